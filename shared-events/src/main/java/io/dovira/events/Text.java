package io.dovira.events;

import java.util.Map;
import java.util.regex.Pattern;

/** The checks that value types share. */
final class Text {
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

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
        names.forEach((language, name) -> {
            if (name.isBlank() || name.length() > 300) {
                throw new IllegalArgumentException(what + " in '" + language + "' must be 1 to 300 characters");
            }
        });
        return Map.copyOf(names);
    }
}
