package io.dovira.command.platform;

/** Why something is refused: one constant for each reason, in an enum of the feature. The code is a promise to clients. */
public interface Reason {
    /** Stable, in kebab-case; the problem type is {@code urn:dovira:problem:<code>}. */
    String code();

    /** A few words that never change with the case at hand. */
    String title();

    Kind kind();

    /** What a client can do about it. */
    enum Kind {
        /** There is no such thing: 404. */
        UNKNOWN(404),
        /** Not for this caller: 403. */
        FORBIDDEN(403),
        /** It cannot happen in the present state; look again, then decide: 409. */
        CONFLICT(409),
        /** It could never happen as asked: 422. */
        UNACCEPTABLE(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** Of HTTP. */
        public int status() {
            return status;
        }
    }
}
