package io.dovira.events.footage;

import io.dovira.events.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The checks that facts of footage share. Each throws {@link IllegalArgumentException} with what is wrong. */
public final class Words {
    /** No recorder cuts its segments longer; more is a mistake in a year or a zone. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern ROOM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,59}");
    private static final Pattern CLASS = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Words() {}

    /** 64 hexadecimal digits in lower case. */
    public static String sha256(String value) {
        return Sha256.checked("the digest of a file", value);
    }

    /** How people call a room: letters, digits, blanks, and . _ / - between them. */
    public static String room(String value) {
        return matching(ROOM, value, "a room is 1 to 60 letters, digits, blanks or . _ / -");
    }

    /** Names the rule for how long footage is kept. */
    public static String retentionClass(String value) {
        return matching(CLASS, value, "a retention class is 1 to 40 characters of a-z 0-9 - and starts with a letter");
    }

    /** Whether a recording can last from the one to the other. */
    public static boolean isRange(Instant from, Instant to) {
        return from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0;
    }

    static void range(Instant from, Instant to) {
        if (!isRange(from, to)) {
            throw new IllegalArgumentException("a recording ends after it begins, at most " + LONGEST.toHours()
                    + " hours, not " + from + " to " + to);
        }
    }

    static void bytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("content has at least one byte, not " + bytes);
        }
    }

    private static String matching(Pattern pattern, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(rule + ", not '" + value + "'");
        }
        return value;
    }
}
