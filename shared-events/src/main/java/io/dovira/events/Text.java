package io.dovira.events;

import java.util.Map;
import java.util.regex.Pattern;

/** The checks that value types share. */
final class Text {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final int MOST_LANGUAGES = 50;

    static final int LONGEST_ID = 120;

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0," + (LONGEST_ID - 1) + "}");

    private Text() {}

    static String id(String what, String value) {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 120 characters of A-Z a-z 0-9 . _ ~ - and start with a letter or digit, not '"
                            + value + "'");
        }
        return value;
    }

    static Map<String, String> names(String what, Map<String, String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(what + " needs a name in at least one language");
        }
        if (names.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException(what + " has at most " + MOST_LANGUAGES + " languages");
        }
        names.forEach((language, name) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException(
                        what + " has a language tag such as uk or en-GB, not '" + language + "'");
            }
            if (name.isBlank() || name.length() > 300) {
                throw new IllegalArgumentException(what + " in '" + language + "' must be 1 to 300 characters");
            }
        });
        return Map.copyOf(names);
    }
}
