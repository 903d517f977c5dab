package io.dovira.command.imports;

import io.dovira.command.platform.Append;
import io.dovira.events.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The log as the import needs it. Every method throws {@link Unavailable} when it does not answer. */
interface Ledger {

    /** A fact that is recorded already, and at which position. {@code correlation}: the import, or whatever else, that recorded it. */
    record Known(long position, Instant at, Fact fact, String correlation) {}

    /** What became of an append: the position of its last fact, or that somebody else wrote to the stream meanwhile. */
    sealed interface Result {
        record Done(long lastPosition) implements Result {}

        record Conflict(String reason) implements Result {}
    }

    /** The log does not answer. */
    final class Unavailable extends RuntimeException {
        Unavailable(String message) {
            super(message);
        }
    }

    /** The last position; 0 while the log is empty. */
    long head();

    /** Those of the ids that are recorded. */
    Map<String, Known> find(Collection<String> ids);

    /** Those of the streams that exist. */
    Set<String> existing(Collection<String> streams);

    /** The sequence that the next fact of the stream gets; 0 for a stream that does not exist. */
    long next(String stream);

    /**
     * Records the appends in this order, each by itself.
     *
     * @throws Unavailable if the log does not answer; part of them may be recorded
     */
    List<Result> append(List<Append> appends);
}
