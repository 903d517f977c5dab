package io.dovira.query.platform;

import java.util.List;

/** The projections of this service. Thread-safe. */
public interface Projections {

    /** Longest time that a read waits for its {@code minPosition}. */
    long MOST_SECONDS_TO_WAIT = 10;

    /** The last position of the log, as far as it is known here: it may be half a second old, never ahead. */
    long head();

    /**
     * Returns when the documents are complete to the position: read your own writes.
     *
     * @throws Problem with status 400 if it is negative, and with 504 if that takes longer than {@link #MOST_SECONDS_TO_WAIT}
     */
    void await(Fold fold, long position);

    /** All of them, by name. */
    List<ProjectionStatus> status();
}
