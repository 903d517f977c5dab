package io.dovira.eventstore.log;

import java.time.Instant;

/** The end of the log: the last position that is taken, and when it was recorded. */
record Head(long last, Instant recordedAt) {

    static final Head EMPTY = new Head(0, Instant.EPOCH);
}
