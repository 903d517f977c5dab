package io.dovira.events.appeals;

import io.dovira.events.Sha256;

/** SHA-256 of a {@link ReceiptCode}, in hexadecimal: tells whether a code is the one, and not which one it is. */
public record ReceiptDigest(String value) {
    public ReceiptDigest {
        value = Sha256.checked("a receipt's digest", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
