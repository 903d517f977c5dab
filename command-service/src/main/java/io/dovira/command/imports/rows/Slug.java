package io.dovira.command.imports.rows;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ids of what files write. */
final class Slug {

    private static final int LONGEST = 60;

    /** Ukrainian as the state writes it (Cabinet of Ministers, resolution 55 of 2010, inside a word), and Latin letters that do not decompose. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "h"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('є', "ie"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "y"),
            Map.entry('і', "i"),
            Map.entry('ї', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ь', ""),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('’', ""),
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"));

    private Slug() {}

    /**
     * A readable id: letters without marks, Ukrainian ones in Latin, every run of anything else a hyphen: {@code Noise - Street/Sidewalk}
     * becomes {@code Noise-Street-Sidewalk}. Two names may share one; {@link Offices} sees that and refuses the second. What holds letters of
     * other scripts, or is very long, gets a checksum.
     */
    static String readable(String written) {
        StringBuilder id = new StringBuilder();
        boolean lost = false;
        // Known letters first: decomposition would take the marks off ї and й before they are looked up.
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            String latin = letter(c);
            if (latin != null) {
                id.append(latin);
                continue;
            }
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            for (int j = 0; j < parts.length(); j++) {
                char part = parts.charAt(j);
                if (part != '-' && plain(part)) {
                    id.append(part);
                } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                    lost |= Character.isLetterOrDigit(part);
                    if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                        id.append('-');
                    }
                }
            }
        }
        while (!id.isEmpty() && !Character.isLetterOrDigit(id.charAt(id.length() - 1))) {
            id.setLength(id.length() - 1);
        }
        while (!id.isEmpty() && !Character.isLetterOrDigit(id.charAt(0))) {
            id.deleteCharAt(0);
        }
        if (!lost && !id.isEmpty() && id.length() <= LONGEST) {
            return id.toString();
        }
        id.setLength(Math.min(id.length(), LONGEST));
        return (id.isEmpty() ? "x" : id) + "~" + checksum(written);
    }

    /**
     * An id that never makes two things one: what an id may not hold is written as {@code ~} and hexadecimal UTF-8, {@code A/1} as
     * {@code A~2F1}. What would not begin with a letter or digit gets {@code 0~~} in front. Very long ones end in a checksum.
     */
    static String exact(String written) {
        StringBuilder id = new StringBuilder();
        for (byte b : written.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (plain(c) && c != '~') {
                id.append(c);
            } else {
                id.append('~').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        if (id.isEmpty() || !Character.isLetterOrDigit(id.charAt(0))) {
            // An escape is ~ and two digits, so no text is written with two ~ in a row.
            id.insert(0, "0~~");
        }
        if (id.length() > LONGEST) {
            id.setLength(LONGEST);
            id.append('~').append(checksum(written));
        }
        return id.toString();
    }

    private static @Nullable String letter(char c) {
        String latin = LETTERS.get(Character.toLowerCase(c));
        return latin == null || latin.isEmpty() || !Character.isUpperCase(c)
                ? latin
                : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }

    private static boolean plain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._~-".indexOf(c) >= 0;
    }

    private static String checksum(String written) {
        return FactIds.of("slug", written, "").replace("-", "").substring(0, 12);
    }
}
