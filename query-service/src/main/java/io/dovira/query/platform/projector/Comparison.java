package io.dovira.query.platform.projector;

import io.dovira.query.platform.Build;
import java.time.Instant;
import java.util.List;

/**
 * What came out when every document of a new build was held against the one that is shown, each pair in the state of one and the same position.
 *
 * @param outcome whether they are the same
 * @param with the build it was compared with
 * @param position the new build stood there; documents that the other had changed since were compared when the new one came to that change
 * @param at when it ended
 * @param documents how many the new build has
 * @param same byte by byte
 * @param restamped the same but for the mark of a dead letter that was retried: one of the two took that fact later
 * @param changed with another content
 * @param onlyShown documents that the new build has not
 * @param onlyNew documents that only the new build has
 * @param newer documents that are ahead of everything that the other build has seen, and so were not compared
 * @param shownDigest SHA-256 over the SHA-256 of each document that is shown, in the order in which they were compared
 * @param newDigest the same of the new build; equal if and only if every document is
 * @param shownDeadLetters facts that the shown build has not taken
 * @param newDeadLetters facts that the new build has not taken
 * @param first the first differences, by kind and key
 */
record Comparison(
        Outcome outcome,
        Build with,
        long position,
        Instant at,
        long documents,
        long same,
        long restamped,
        long changed,
        long onlyShown,
        long onlyNew,
        long newer,
        String shownDigest,
        String newDigest,
        long shownDeadLetters,
        long newDeadLetters,
        List<Difference> first) {

    enum Outcome {
        /** Every document is the same. */
        SAME,
        /** The same fold made something else of the same facts. */
        DIFFERENT,
        /** Another version of the fold: it is meant to differ. */
        NEW_DEFINITION,
        /** Facts that the shown build has taken are dead letters of the new one. */
        TAKES_LESS,
        /** The shown build stands still at an earlier position, so there was nothing to hold the rest against. */
        SHOWN_STANDS_STILL
    }

    /** One document that is not the same. */
    record Difference(String kind, String key, What what) {}

    enum What {
        CHANGED,
        ONLY_SHOWN,
        ONLY_NEW
    }

    boolean isSafe() {
        return outcome == Outcome.SAME || outcome == Outcome.NEW_DEFINITION;
    }
}
