package io.dovira.query.compare;

/** A part of a whole. */
record Count(long part, long whole) {
    static final Count NONE = new Count(0, 0);

    Count {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole + " is no share");
        }
    }

    Count plus(Count other) {
        return new Count(part + other.part, whole + other.whole);
    }

    /** From 0 to 1. */
    double share() {
        if (whole == 0) {
            throw new IllegalStateException("nothing has no share");
        }
        return (double) part / whole;
    }
}
