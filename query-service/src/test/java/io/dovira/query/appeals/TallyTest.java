package io.dovira.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.appeals.Pause;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of rounds, and how a term stands; every round begins at the same moment and is due ten days later. */
class TallyTest {
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofDays(10));

    @Test
    void sharesAreOfWhatCanBeJudged() {
        Tally tally = new Tally(DUE.plusMillis(1));
        tally.add(round(1, "ANSWERED", DUE));
        tally.add(round(1, "ANSWERED", DUE.plusMillis(1)));
        tally.add(round(1, "FORWARDED", DUE.plusSeconds(9)));
        tally.add(round(null, "WITHDRAWN", DUE));
        tally.add(round(null, null, null));

        AppealFigures.Row row = tally.figures(7).rows().getFirst();

        assertThat(row.term()).isEqualTo(new AppealFigures.Terms(1, 2, 0, 1.0 / 3));
        assertThat(row.firstResponse().n()).isEqualTo(3);
        assertThat(row.firstResponse().open()).isEqualTo(1);
        assertThat(row.firstResponse().p50()).isNull();
        assertThat(row.firstResponse().values()).containsExactly(3600.0, 3600.0, 3600.0);
    }

    @Test
    void nothingToJudgeIsNoHundredPercent() {
        Tally tally = new Tally(START);
        tally.add(round(null, null, null));

        AppealFigures.Terms terms = tally.figures(7).rows().getFirst().term();

        assertThat(terms.share()).isNull();
        assertThat(terms.open()).isEqualTo(1);
        assertThat(new Tally(START).figures(7).rows()).isEmpty();
    }

    @Test
    void percentilesComeWithThirtyValues() {
        Tally tally = new Tally(START);
        for (int i = 1; i <= 30; i++) {
            tally.add(round(i, "ANSWERED", DUE));
        }

        AppealFigures.Durations figures = tally.figures(7).rows().getFirst().firstResponse();

        assertThat(figures.p50()).isEqualTo(15 * 3600.0);
        assertThat(figures.p90()).isEqualTo(27 * 3600.0);
        assertThat(figures.values()).isNull();
    }

    @Test
    void termIsDueSoonWithTheShareThatTheRuleNamesAndLateAMillisecondAfterIt() {
        Round round = new Round(
                1,
                START,
                new Term(LocalDate.parse("2026-03-02"), "appeal-normal@1", DUE, Term.Change.NONE, List.of()),
                null,
                null);
        Instant soon = DUE.minus(Duration.ofDays(2));

        assertThat(TermStatus.of(round, 20, soon.minusMillis(1))).isEqualTo(TermStatus.IN_TERM);
        assertThat(TermStatus.of(round, 20, soon)).isEqualTo(TermStatus.DUE_SOON);
        assertThat(TermStatus.of(round, 0, DUE.minusMillis(1))).isEqualTo(TermStatus.IN_TERM);
        assertThat(TermStatus.of(round, 20, DUE)).isEqualTo(TermStatus.DUE_SOON);
        assertThat(TermStatus.of(round, 20, DUE.plusMillis(1))).isEqualTo(TermStatus.LATE);
        assertThat(TermStatus.of(new Round(1, START, null, null, null), 20, DUE))
                .isNull();
    }

    @Test
    void judgesByTheClockThatWasStopped() {
        Instant stopped = DUE.minusSeconds(60);
        Instant after = DUE.plus(Duration.ofDays(30));
        Term paused = new Term(
                LocalDate.parse("2026-03-02"),
                "appeal-normal@2",
                DUE,
                Term.Change.NONE,
                List.of(new Pause(stopped, null)));
        Tally tally = new Tally(after);
        tally.add(RoundDocument.of("lviv", "LIVE", new Round(1, START, paused, null, null)));
        tally.add(new RoundDocument("lviv", "LIVE", START, null, DUE, stopped, "ANSWERED", after));
        tally.add(new RoundDocument("lviv", "LIVE", START, null, DUE, DUE.plusMillis(1), "ANSWERED", after));

        AppealFigures.Terms terms = tally.figures(7).rows().getFirst().term();
        assertThat(terms.open()).isEqualTo(1);
        assertThat(terms.kept()).isEqualTo(1);
        assertThat(terms.late()).as("stopped when it was late already").isEqualTo(1);
        assertThat(TermStatus.of(new Round(1, START, paused, null, null), 20, after))
                .isEqualTo(TermStatus.PAUSED);
    }

    private static RoundDocument round(
            @Nullable Integer responseHours, @Nullable String ending, @Nullable Instant endedAt) {
        return new RoundDocument(
                "lviv",
                "LIVE",
                START,
                responseHours == null ? null : START.plus(Duration.ofHours(responseHours)),
                DUE,
                null,
                ending,
                endedAt);
    }
}
