package io.dovira.query.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param name of its fold
 * @param version of its fold
 * @param position every fact up to it is in the documents, or among the dead letters
 * @param head last position of the log
 * @param lag facts still to come
 * @param eventsPerSecond how fast it reads, over the last seconds; 0 when it runs elsewhere
 * @param state what it does
 * @param deadLetters facts that could not be taken, and the later ones of their sequences
 * @param problem why it does not go on; null while it does
 */
public record ProjectionStatus(
        String name,
        int version,
        long position,
        long head,
        long lag,
        double eventsPerSecond,
        State state,
        long deadLetters,
        @Nullable String problem) {

    /** What a projection does. */
    public enum State {
        /** About to claim its token. */
        STARTING,
        /** More than a second behind the head. */
        CATCHING_UP,
        /** At the head. */
        LIVE,
        /** Another query service runs it; this one stands by. */
        ELSEWHERE,
        /** The database does not answer; it tries again by itself. */
        WAITING_FOR_DATABASE,
        /** The log cannot be read further; somebody has to look. */
        BROKEN,
        /** The service is shutting down. */
        STOPPED
    }
}
