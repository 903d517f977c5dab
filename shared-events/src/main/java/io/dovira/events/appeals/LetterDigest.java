package io.dovira.events.appeals;

import io.dovira.events.Sha256;

/** SHA-256 of a scanned letter, in hexadecimal: proves later which letter it was, and tells nothing of it. */
public record LetterDigest(String value) {
    public LetterDigest {
        value = Sha256.checked("a letter's digest", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
