package io.dovira.query.obligations;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended. Opaque to clients, and independent of what is recorded while they page. */
record PageToken(Instant due, String id) {

    String encode() {
        String text = due.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    static PageToken decode(String token) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        if (space < 1 || space == text.length() - 1) {
            throw new IllegalArgumentException("no page token");
        }
        try {
            return new PageToken(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, space))), text.substring(space + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no page token", e);
        }
    }
}
