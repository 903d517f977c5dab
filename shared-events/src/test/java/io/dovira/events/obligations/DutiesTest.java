package io.dovira.events.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Origin;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.obligations.Standing.Told;
import io.dovira.events.policies.BuiltInPolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a subject tells of its duties, in whatever order: what is derived holds together. */
class DutiesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Clockwork CLOCKWORK = Clockwork.of(BuiltInPolicies.book(), ZoneOffset.UTC, Origin.LIVE);

    /** What the subject tells: how long after the step before, and how the duty stands, or that there is none any more. */
    record Step(int minute, Standing standing, boolean known) {}

    @Property
    void holdsTogether(@ForAll("stories") List<Step> story) {
        Duties duties = null;
        Map<String, Obligation> known = new HashMap<>();
        List<Obligation> all = new ArrayList<>();
        Map<String, Standing> standings = new TreeMap<>();
        Instant at = NINE;
        for (Step told : story) {
            at = at.plus(Duration.ofMinutes(told.minute()));
            Duties before = duties;
            if (told.known()) {
                standings.put(told.standing().rule(), told.standing());
            } else {
                standings.remove(told.standing().rule());
            }
            duties = Duties.after(before, "custody-1", "lviv-03", List.copyOf(standings.values()), at, CLOCKWORK);
            assertThat(duties.newest())
                    .as("what the subject does not know nobody owes")
                    .filteredOn(Obligation::isOpen)
                    .extracting(Obligation::rule)
                    .isSubsetOf(standings.keySet());
            for (Obligation changed : duties.changedSince(before)) {
                Obligation earlier = known.put(changed.id().value(), changed);
                if (earlier != null && !earlier.isOpen()) {
                    assertThat(changed.isOpen()).as("closed is closed").isFalse();
                }
                all.add(changed);
            }
            assertThat(duties.newest().stream().map(Obligation::rule)).doesNotHaveDuplicates();
        }
        assertThat(known.values().stream().filter(Obligation::isOpen).map(Obligation::rule))
                .as("one clock for each rule")
                .doesNotHaveDuplicates();
        known.values().forEach(DutiesTest::isConsistent);
        assertThat(all).allSatisfy(each -> assertThat(each.soon()).isBeforeOrEqualTo(each.due()));
    }

    private static void isConsistent(Obligation obligation) {
        assertThat(obligation.closedAt() == null).isEqualTo(obligation.isOpen());
        Instant closed = obligation.closedAt();
        if (closed != null && obligation.outcome() != Outcome.LAPSED) {
            Instant stopped = obligation.turns().getLast().at();
            Instant counted = obligation.running() || closed.isBefore(stopped) ? closed : stopped;
            assertThat(obligation.outcome() == Outcome.MET_LATE).isEqualTo(counted.isAfter(obligation.due()));
        }
        ObligationState before = null;
        for (int minute = 0; minute < 3_000; minute += 7) {
            ObligationState state = obligation.at(NINE.plus(Duration.ofMinutes(minute)));
            if (before != null && !before.isOpen()) {
                assertThat(state)
                        .as("what is closed stays closed as time passes")
                        .isEqualTo(before);
            }
            before = state;
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Standing> standings = Combinators.combine(
                        Arbitraries.of("custody-hospital", "custody-cell-visit"),
                        Arbitraries.of(Status.values()),
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(1, 120).injectNull(0.2),
                        Arbitraries.integers().between(0, 700).injectNull(0.5),
                        Arbitraries.integers().between(0, 700).injectNull(0.5))
                .as(DutiesTest::standing);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60), standings, Arbitraries.of(true, true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private static Standing standing(
            String rule,
            Status status,
            int from,
            @Nullable Integer limit,
            @Nullable Integer pausedAt,
            @Nullable Integer doneAt) {
        Instant start = NINE.plus(Duration.ofMinutes(from));
        return new Standing(
                rule,
                status,
                start,
                limit == null ? null : new Told(start.plus(Duration.ofMinutes(limit)), rule + "@1"),
                pausedAt == null || status != Status.OPEN ? null : NINE.plus(Duration.ofMinutes(pausedAt)),
                doneAt == null ? null : NINE.plus(Duration.ofMinutes(doneAt)));
    }
}
