package io.dovira.system.fire;

/** A promise that was broken. */
record Violation(Promise promise, String what) {

    enum Promise {
        /** Positions are dense from 1, in order. */
        DENSE,
        /** No id and no place in a stream is given twice. */
        UNIQUE,
        /** A stream has no holes. */
        WHOLE_STREAMS,
        /** {@code recordedAt} never decreases. */
        TIME,
        /** What was answered is in the log. */
        NOT_LOST,
        /** An answered command was recorded once and one without an answer at most once. */
        NOT_DOUBLED,
        /** The facts of a command stand together, in order, all of them or none. */
        NOT_TORN,
        /** What was refused is not in the log. */
        NOT_DENIED,
        /** The position in an answer holds the last fact of the answer. */
        POSITION,
        /** Every fact comes from a command. */
        NOT_INVENTED,
        /** A reader saw a prefix of the log, in order. */
        PREFIX
    }

    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
