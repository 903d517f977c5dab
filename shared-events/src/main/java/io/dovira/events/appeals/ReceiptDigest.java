package io.dovira.events.appeals;

import java.util.regex.Pattern;

/** SHA-256 of a {@link ReceiptCode}, in hexadecimal: tells whether a code is the one, and not which one it is. */
public record ReceiptDigest(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ReceiptDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a receipt's digest is SHA-256 in 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
