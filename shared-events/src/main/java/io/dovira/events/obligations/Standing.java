package io.dovira.events.obligations;

import io.dovira.events.PolicyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty as the state of its subject tells it, whatever the subject is. A subject has one clock for each rule at a time.
 *
 * @param rule which duty, for example {@code custody-hospital}
 * @param from when the clock started
 * @param limit until when; null while nothing limits it
 * @param pausedAt since when a fact has stopped the clock, of what is done since when it stood still until then; null if it runs, or ran
 * @param doneAt when it was done, last; a duty that comes again is open and was done
 */
record Standing(
        String rule,
        Status status,
        Instant from,
        @Nullable Limited limit,
        @Nullable Instant pausedAt,
        @Nullable Instant doneAt) {

    enum Status {
        OPEN,
        DONE,
        LAPSED
    }

    /** Until when something has to be done. */
    sealed interface Limited {}

    /** A fact said so, by the rule of its day. {@code policy}: as {@code id@version}. */
    record Told(Instant due, String policy) implements Limited {}

    /** The rule that is valid when the clock starts says so, and no later one. */
    record ByRule(PolicyId policy) implements Limited {}
}
