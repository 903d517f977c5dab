package io.dovira.command.obligations;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By which moment duties may be judged. What was recorded before a moment lies before the head that is read after it; so whoever has come past that head
 * knows all that had met a duty by then, also if the log has grown since and always will.
 *
 * <pre>
 *   moment 10:00:00, head 812334      taken up to 812000: not yet     812334: judge by 10:00:00      the next moment, the next head
 * </pre>
 *
 * <p>The moment is the earlier one of two clocks: that of this machine and that of the database. A duty that is recorded as missed too early is never taken
 * back; too late is only late, and others watch too. For one thread.
 */
final class Horizon {
    private final Clock clock;
    private final Supplier<Instant> database;
    private final LongSupplier head;
    private @Nullable Ahead ahead;

    private record Ahead(Instant moment, long head) {}

    /**
     * @param database what the clock of the database shows
     * @param head last position of the log
     */
    Horizon(Clock clock, Supplier<Instant> database, LongSupplier head) {
        this.clock = clock;
        this.database = database;
        this.head = head;
    }

    /** Whether a moment waits for its head to be passed. */
    boolean isAhead() {
        return ahead != null;
    }

    /** The moment by which may be judged; empty while the position has not come past the head that was read after it. */
    Optional<Instant> passedAt(long position) {
        Ahead waiting = ahead == null ? look() : ahead;
        boolean passed = position >= waiting.head();
        ahead = passed ? null : waiting;
        return passed ? Optional.of(waiting.moment()) : Optional.empty();
    }

    /** The moment first: what is recorded between the two is more than was asked for. */
    private Ahead look() {
        Instant there = database.get();
        Instant here = clock.instant();
        return new Ahead(here.isBefore(there) ? here : there, head.getAsLong());
    }
}
