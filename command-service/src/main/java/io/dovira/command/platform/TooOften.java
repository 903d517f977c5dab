package io.dovira.command.platform;

import java.time.Duration;

/** A request that nobody signed comes more often than people can send it; nothing was recorded. Answered with 429. */
public final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    /** @param after when it may be tried again */
    public TooOften(Duration after) {
        super("Too many at once. Try again in " + Math.max(1, after.toSeconds()) + " seconds.");
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
