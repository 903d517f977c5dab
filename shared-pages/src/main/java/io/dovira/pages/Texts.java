package io.dovira.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wording of the pages as one ES module per language: {@code export default {"key": "text", ...}}. The same bundles feed the
 * templates, so a word stands in one place only: in the service's own bundle, or in the one that all pages share. The address holds a hash of the
 * content.
 */
public final class Texts {
    private static final String OWN = "messages";
    private static final String SHARED = "messages-shared";

    private final Map<Language, Module> modules = new EnumMap<>(Language.class);

    private record Module(String source, String address) {}

    Texts() {
        for (Language language : Language.values()) {
            String source = "export default " + JsonMapper.shared().writeValueAsString(all(language)) + ";\n";
            String hash = HexFormat.of().formatHex(ImportMap.sha256(source), 0, 8);
            modules.put(language, new Module(source, "/texts/" + language.tag() + "-" + hash + ".js"));
        }
    }

    String source(Language language) {
        return module(language).source;
    }

    String address(Language language) {
        return module(language).address;
    }

    private Module module(Language language) {
        Module module = modules.get(language);
        if (module == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return module;
    }

    private static Map<String, String> all(Language language) {
        Map<String, String> texts = new TreeMap<>(shared(language));
        texts.putAll(own(language));
        return texts;
    }

    /** What the service itself says in this language; a missing key is caught by a test, never papered over with the other language. */
    public static Map<String, String> own(Language language) {
        return bundle(OWN, language);
    }

    /** What all pages say in this language. */
    public static Map<String, String> shared(Language language) {
        return bundle(SHARED, language);
    }

    private static Map<String, String> bundle(String name, Language language) {
        String file = "/" + name + (language == Language.EN ? "" : "_" + language.tag()) + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
