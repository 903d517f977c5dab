package io.dovira.events.appeals;

import java.util.regex.Pattern;

/** SHA-256 of a scanned letter, in hexadecimal: proves later which letter it was, and tells nothing of it. */
public record LetterDigest(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public LetterDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a letter's digest is SHA-256 in 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
