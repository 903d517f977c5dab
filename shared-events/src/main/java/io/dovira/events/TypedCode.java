package io.dovira.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * Codes that people hold and type, in Crockford's base 32, which has no letter that is mistaken for another. Hyphens, spaces, case and the usual
 * misreadings (O, I, L) are forgiven.
 */
public final class TypedCode {
    /** Its digits, for the inside of a regular expression's brackets as well. */
    public static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Digits of a code that nobody guesses: 125 bits. */
    public static final int LENGTH = 25;

    private static final int BITS_OF_DIGIT = 5;
    private static final int GROUP = 5;

    private TypedCode() {}

    /** As it is compared and digested, whatever way it was typed; nothing is said of whether it is a code. */
    public static String read(String typed) {
        return typed.replace("-", "")
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /**
     * The code that these bits make: always the same one.
     *
     * @param bits at least 125 of them; unguessable if they are
     */
    public static String of(byte[] bits) {
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
        return digits.toString();
    }

    /** As it is printed: {@code 7K2QF-0M9XA-...}. */
    public static String printed(String code) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(code, i, Math.min(code.length(), i + GROUP));
        }
        return groups.toString();
    }

    /** SHA-256 of it: a code has too many bits to be found from its digest by trying. */
    public static byte[] digest(String code) {
        return Sha256.begin().digest(code.getBytes(US_ASCII));
    }
}
