package io.dovira.query.appeals;

import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round in JSON. Durations in seconds; null is not known, or not yet.
 *
 * @param startedAt receipt, or reopening
 * @param dayZero local day from which the term counts
 * @param policy the rule that gave the due moment, as {@code id@version}
 * @param pausedAt since when the term stands still; null if it runs
 * @param term NONE, SHORTENED or EXTENDED
 * @param firstResponseSeconds by {@code appeal-first-response@1}
 * @param ending ANSWERED, FORWARDED, DECLINED or WITHDRAWN
 * @param to the body that it was forwarded to
 */
record RoundView(
        int number,
        Instant startedAt,
        @Nullable LocalDate dayZero,
        @Nullable String policy,
        @Nullable Instant due,
        @Nullable Instant pausedAt,
        @Nullable String term,
        @Nullable TermStatus status,
        @Nullable Instant respondedAt,
        @Nullable Double firstResponseSeconds,
        @Nullable String ending,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String ground,
        @Nullable String to) {

    static RoundView of(Round round, @Nullable TermStatus status) {
        Term term = round.term();
        Ending ending = round.ending();
        return new RoundView(
                round.number(),
                round.startedAt(),
                term == null ? null : term.dayZero(),
                term == null ? null : term.policy(),
                term == null ? null : term.due(),
                term == null ? null : term.pausedAt(),
                term == null ? null : term.change().name(),
                status,
                round.respondedAt(),
                round.firstResponse()
                        .map(Duration::toMillis)
                        .map(ms -> ms / 1000.0)
                        .orElse(null),
                ending == null ? null : ending.how().name(),
                ending == null ? null : ending.at(),
                ending == null ? null : text(ending.outcome()),
                ending == null ? null : text(ending.ground()),
                ending == null ? null : text(ending.to()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
