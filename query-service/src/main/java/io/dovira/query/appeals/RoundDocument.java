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
 * @param ending how it ended; null while it is open
 */
record RoundDocument(
        String office,
        String origin,
        Instant startedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant due,
        @Nullable String ending,
        @Nullable Instant endedAt) {

    static RoundDocument of(String office, String origin, Round round) {
        Term term = round.term();
        Ending ending = round.ending();
        return new RoundDocument(
                office,
                origin,
                round.startedAt(),
                round.respondedAt(),
                term == null ? null : term.due(),
                ending == null ? null : ending.how().name(),
                ending == null ? null : ending.at());
    }
}
