package io.dovira.events.community;

import org.jspecify.annotations.Nullable;

/** The checks that facts of this package share. */
final class Claims {
    private static final int MOST_PEOPLE = 100_000_000;

    private Claims() {}

    static void people(int people) {
        if (people < 0 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("people must be 0 to " + MOST_PEOPLE + ", not " + people);
        }
    }

    static void counted(@Nullable Integer number) {
        if (number != null) {
            people(number);
        }
    }

    static void source(String source) {
        if (source.isBlank() || source.length() > 300) {
            throw new IllegalArgumentException("a source must be 1 to 300 characters");
        }
    }

    static void percent(String what, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(what + " must be 0 to 100, not " + percent);
        }
    }
}
