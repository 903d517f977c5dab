package io.dovira.events.appeals;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a citizen holds to ask after an appeal without a sign-in: 100 random bits as 20 digits of Crockford's base 32, which has no letter that
 * is mistaken for another. Hyphens, case and the usual misreadings (O, I, L) are forgiven.
 */
public record ReceiptCode(String value) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern FORM = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "}");

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

    /** A new one. Unguessable if the generator is: give it a {@link java.security.SecureRandom}. */
    public static ReceiptCode draw(RandomGenerator random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new ReceiptCode(digits.toString());
    }

    /** As it is printed: {@code 7K2QF-0M9XA-...}. */
    public String printed() {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(value, i, i + GROUP);
        }
        return groups.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
