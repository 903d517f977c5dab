package io.dovira.query.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param name of its fold
 * @param version of the fold that made what is shown
 * @param build the one that is shown
 * @param position every fact up to it is in the documents, or among the dead letters
 * @param head last position of the log
 * @param lag facts still to come
 * @param eventsPerSecond how fast it reads, over the last seconds; 0 when it runs elsewhere
 * @param state what it does
 * @param deadLetters facts that could not be taken, and the later ones of their sequences
 * @param problem why it does not go on; null while it does
 * @param rebuild what is being made beside it; null if nothing is
 * @param kept name of the build that was shown before and can be shown again; null if there is none
 */
public record ProjectionStatus(
        String name,
        int version,
        String build,
        long position,
        long head,
        long lag,
        double eventsPerSecond,
        State state,
        long deadLetters,
        @Nullable String problem,
        @Nullable Progress rebuild,
        @Nullable String kept) {

    /**
     * How far a new build is.
     *
     * @param build its name
     * @param phase FILLING, COMPARING, or HELD: it differs, and waits for a decision
     * @param position every fact up to it is in its documents, or among its dead letters
     * @param percent of the log
     * @param eventsPerSecond over the last seconds, wherever it runs
     * @param secondsLeft until it has come to the head, at this speed; null while the speed is not known
     * @param deadLetters facts that it could not take
     * @param state what its projector does; ELSEWHERE if another service fills it
     * @param problem why it does not go on; null while it does
     */
    public record Progress(
            String build,
            String phase,
            long position,
            double percent,
            double eventsPerSecond,
            @Nullable Long secondsLeft,
            long deadLetters,
            State state,
            @Nullable String problem) {}

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
