package io.dovira.query.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The projections of this service. Thread-safe. */
public interface Projections {

    /** Longest time that a read waits for its {@code minPosition}. */
    long MOST_SECONDS_TO_WAIT = 10;

    /** Facts that are missing for less than this are as good as there: whoever looks sees the present. */
    Duration LATE = Duration.ofSeconds(5);

    /** The last position of the log, as far as it is known here: it may be half a second old, never ahead. */
    long head();

    /**
     * Returns when the documents are complete to the position: read your own writes.
     *
     * @throws Problem with status 400 if it is negative, and with 504 if that takes longer than {@link #MOST_SECONDS_TO_WAIT}
     */
    void await(Fold fold, long position);

    /**
     * The moment to which what is shown is complete: now; or, if it lacks facts that were recorded longer than {@link #LATE} ago, when the first of them was
     * recorded.
     */
    Instant completeUntil(Fold fold);

    /** All of them, by name. */
    List<ProjectionStatus> status();
}
