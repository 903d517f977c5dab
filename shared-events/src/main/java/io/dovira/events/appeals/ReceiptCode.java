package io.dovira.events.appeals;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a citizen holds to ask after an appeal without a sign-in: 125 bits as 25 digits of Crockford's base 32, which has no letter that is
 * mistaken for another. Hyphens, case and the usual misreadings (O, I, L) are forgiven. The first codes had 20 digits, and open what they opened.
 *
 * <p>It stands in no fact and in no view; those hold its {@linkplain #digest() digest}.
 */
public record ReceiptCode(String value) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_OF_DIGIT = 5;
    private static final int LENGTH = 25;
    private static final int FIRST_LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern FORM =
            Pattern.compile("[" + DIGITS + "]{" + FIRST_LENGTH + "}|[" + DIGITS + "]{" + LENGTH + "}");

    public ReceiptCode {
        value = value.replace("-", "")
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a receipt code has " + LENGTH + " letters and digits");
        }
    }

    /**
     * The code that these bits make: always the same one.
     *
     * @param bits at least 125 of them; unguessable if they are
     */
    public static ReceiptCode of(byte[] bits) {
        StringBuilder digits = new StringBuilder();
        int held = 0;
        int count = 0;
        int next = 0;
        while (digits.length() < LENGTH) {
            if (count < BITS_OF_DIGIT) {
                held = held << Byte.SIZE | Byte.toUnsignedInt(bits[next++]);
                count += Byte.SIZE;
            }
            count -= BITS_OF_DIGIT;
            digits.append(DIGITS.charAt(held >> count));
            held &= (1 << count) - 1;
        }
        return new ReceiptCode(digits.toString());
    }

    /** A new one. Unguessable if the generator is. */
    public static ReceiptCode draw(RandomGenerator random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return of(bits);
    }

    /** What is recorded of it. A code has too many bits to be found from its digest by trying. */
    public ReceiptDigest digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
            return new ReceiptDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As it is printed: {@code 7K2QF-0M9XA-...}. */
    public String printed() {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < value.length(); i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(value, i, i + GROUP);
        }
        return groups.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
