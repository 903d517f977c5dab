package io.dovira.events.appeals;

import io.dovira.events.TypedCode;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a citizen holds to ask after an appeal without a sign-in: 125 bits as 25 digits of a {@link TypedCode}. The first codes had 20 digits, and open
 * what they opened.
 *
 * <p>It stands in no fact and in no view; those hold its {@linkplain #digest() digest}.
 */
public record ReceiptCode(String value) {
    private static final int FIRST_LENGTH = 20;
    private static final Pattern FORM = Pattern.compile(
            "[" + TypedCode.DIGITS + "]{" + FIRST_LENGTH + "}|[" + TypedCode.DIGITS + "]{" + TypedCode.LENGTH + "}");

    public ReceiptCode {
        value = TypedCode.read(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a receipt code has " + TypedCode.LENGTH + " letters and digits");
        }
    }

    /**
     * The code that these bits make: always the same one.
     *
     * @param bits at least 125 of them; unguessable if they are
     */
    public static ReceiptCode of(byte[] bits) {
        return new ReceiptCode(TypedCode.of(bits));
    }

    /** A new one. Unguessable if the generator is. */
    public static ReceiptCode draw(RandomGenerator random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return of(bits);
    }

    /** What is recorded of it. A code has too many bits to be found from its digest by trying. */
    public ReceiptDigest digest() {
        return new ReceiptDigest(HexFormat.of().formatHex(TypedCode.digest(value)));
    }

    /** As it is printed: {@code 7K2QF-0M9XA-...}. */
    public String printed() {
        return TypedCode.printed(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
