package io.dovira.query.appeals;

import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a round stands against the due moment that its facts recorded; no later rule changes it. */
enum TermStatus {
    /** There is time, or it ended in time. */
    IN_TERM,
    /** Open, and little time is left: the share that the policy of its beginning names. */
    DUE_SOON,
    /** Open, and the clock stands still until the applicant replies, in time. */
    PAUSED,
    /** Open after the due moment, or ended after it. */
    LATE;

    /**
     * At a moment.
     *
     * @param soonPercent of its time left; 0 if no rule names one
     * @return null while there is no term
     */
    static @Nullable TermStatus of(Round round, int soonPercent, Instant now) {
        Term term = round.term();
        if (term == null) {
            return null;
        }
        Instant at = term.clock(round.ending() == null ? now : round.ending().at());
        if (at.isAfter(term.due())) {
            return LATE;
        }
        if (round.ending() == null && term.pausedAt() != null) {
            return PAUSED;
        }
        long whole = Duration.between(round.startedAt(), term.due()).toMillis();
        long left = Duration.between(at, term.due()).toMillis();
        return round.ending() == null && left * 100 <= whole * soonPercent ? DUE_SOON : IN_TERM;
    }
}
