package io.dovira.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only inline script of the pages: which file a module's name stands for. The Content-Security-Policy names it by its hash, so
 * the text that is rendered must be exactly {@link #json()}.
 */
record ImportMap(String json, String hash) {

    static ImportMap of(Map<String, String> imports) {
        // "<" cannot stand in a script element as it is; in JSON the escape means the same.
        String json = JsonMapper.shared()
                .writeValueAsString(Map.of("imports", imports))
                .replace("<", "\\u003c");
        return new ImportMap(json, "sha256-" + Base64.getEncoder().encodeToString(sha256(json)));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
