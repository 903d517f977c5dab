package io.dovira.query.appeals;

import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round of an appeal, under {@code <appeal>:<number>}: what figures are made of.
 *
 * @param startedAt receipt, or reopening
 * @param respondedAt first outbound message of a person in this round
 * @param due null until the appeal is registered
 * @param pausedAt since when the clock of the term stands still; null if it runs
 * @param ending how it ended; null while it is open
 */
record RoundDocument(
        String office,
        String origin,
        Instant startedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant due,
        @Nullable Instant pausedAt,
        @Nullable String ending,
        @Nullable Instant endedAt) {

    /** What the clock of the term shows: when it ended, else now, but no later than it was stopped. */
    Instant clock(Instant now) {
        Instant at = endedAt == null ? now : endedAt;
        return pausedAt == null || at.isBefore(pausedAt) ? at : pausedAt;
    }

    static RoundDocument of(String office, String origin, Round round) {
        Term term = round.term();
        Ending ending = round.ending();
        return new RoundDocument(
                office,
                origin,
                round.startedAt(),
                round.respondedAt(),
                term == null ? null : term.due(),
                term == null ? null : term.pausedAt(),
                ending == null ? null : ending.how().name(),
                ending == null ? null : ending.at());
    }
}
