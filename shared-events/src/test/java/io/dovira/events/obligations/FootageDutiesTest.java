package io.dovira.events.obligations;

import static io.dovira.events.obligations.Story.FOOTAGE;
import static io.dovira.events.obligations.Story.OFFICE;
import static io.dovira.events.obligations.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local times of March 2026 in Kyiv; whole hours unless a test says otherwise. */
class FootageDutiesTest {
    private static final String STREAM = FOOTAGE.stream();
    private static final String GAP = "footage-gap";
    private static final String INTEGRITY = "footage-integrity";
    private static final String ORIGINAL = "ab".repeat(32);
    private static final String COPY = "cd".repeat(32);
    private static final Instant NINE = at("2026-03-02T09:00");

    private static final Fact FOUND = new GapDetected(FOOTAGE, NINE, NINE.plusSeconds(40), GapCause.POWER_LOST);
    private static final Fact MORE = new GapDetected(FOOTAGE, NINE, NINE.plusSeconds(50), GapCause.COVERED);
    private static final Fact EXPLAINED = new FlawExplained(FOOTAGE, Flaw.GAP, "a power cut");
    private static final Fact LOST = new IntegrityChecked(FOOTAGE, ORIGINAL, false, IntegrityFinding.MISSING, null);
    private static final Fact BACK = new IntegrityChecked(FOOTAGE, ORIGINAL, true, IntegrityFinding.MATCHES, null);
    private static final Fact CHANGED = new IntegrityChecked(FOOTAGE, COPY, false, IntegrityFinding.CHANGED, ORIGINAL);
    private static final Fact MENDED = new IntegrityChecked(FOOTAGE, COPY, true, IntegrityFinding.MATCHES, null);
    private static final Fact LOSS_EXPLAINED = new FlawExplained(FOOTAGE, Flaw.INTEGRITY, "the disk is dead");
    private static final Fact ENDED = new RetentionExpired(FOOTAGE, NINE, null);

    /** Found at ten, answered or not, looked at then. */
    @ParameterizedTest
    @CsvSource({
        // A gap: 72 hours.
        "FOUND,   , 2026-03-05T10:00,     DUE_SOON",
        "FOUND,   , 2026-03-04T19:35:59,  OPEN",
        "FOUND,   , 2026-03-04T19:36,     DUE_SOON",
        "FOUND,   , 2026-03-05T10:00:00.001, OVERDUE",
        "FOUND, EXPLAINED, 2026-03-06T10:00, MET",
        // A file: 24 hours.
        "LOST,    , 2026-03-03T05:11:59,  OPEN",
        "LOST,    , 2026-03-03T05:12,     DUE_SOON",
        "LOST,    , 2026-03-03T10:00,     DUE_SOON",
        "LOST,    , 2026-03-03T10:00:00.001, OVERDUE",
        "LOST, BACK,           2026-03-06T10:00, MET",
        "LOST, LOSS_EXPLAINED, 2026-03-06T10:00, MET",
        "LOST, ENDED,          2026-03-06T10:00, LAPSED",
        // What answers one answers not the other.
        "FOUND, BACK,           2026-03-06T10:00, OVERDUE",
        "FOUND, LOSS_EXPLAINED, 2026-03-06T10:00, OVERDUE",
        "FOUND, ENDED,          2026-03-06T10:00, OVERDUE",
        "LOST,  EXPLAINED,      2026-03-06T10:00, OVERDUE",
        "LOST,  MENDED,         2026-03-06T10:00, OVERDUE",
    })
    void standsSo(String found, @Nullable String answer, String looked, ObligationState state) {
        Story story = new Story().footage("2026-03-02T10:00", fact(found));
        if (answer != null) {
            story.footage("2026-03-02T12:00", fact(answer));
        }

        Obligation duty = Story.of(story.ledger(), STREAM, found.equals("FOUND") ? GAP : INTEGRITY);

        assertThat(duty.at(at(looked))).isEqualTo(state);
        assertThat(duty.office()).isEqualTo(OFFICE.value());
    }

    private static Fact fact(String name) {
        return switch (name) {
            case "FOUND" -> FOUND;
            case "EXPLAINED" -> EXPLAINED;
            case "LOST" -> LOST;
            case "BACK" -> BACK;
            case "MENDED" -> MENDED;
            case "LOSS_EXPLAINED" -> LOSS_EXPLAINED;
            case "ENDED" -> ENDED;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Local days of 23 and 25 hours: a limit in seconds counts real time. */
    @Test
    void countsRealHoursOverAClockChange() {
        assertThat(gap("2026-03-28T10:00").due()).isEqualTo(at("2026-03-31T11:00"));
        assertThat(gap("2026-10-24T10:00").due()).isEqualTo(at("2026-10-27T09:00"));
    }

    private static Obligation gap(String foundAt) {
        return Story.of(new Story().footage(foundAt, FOUND).ledger(), STREAM, GAP);
    }

    @Test
    void isMetLateAfterTheDueMomentAndStaysBreached() {
        Story story = new Story().footage("2026-03-02T10:00", LOST);
        Obligation missed = Story.of(story.ledger(), STREAM, INTEGRITY);
        Obligation late = Story.of(
                story.breached(missed).footage("2026-03-03T10:00:00.001", BACK).ledger(), STREAM, INTEGRITY);

        assertThat(missed.mustBeRecordedAt(at("2026-03-03T10:00:00.001"))).isTrue();
        assertThat(late.outcome()).isEqualTo(Outcome.MET_LATE);
        assertThat(late.breached()).isTrue();
        assertThat(late.at(at("2026-03-03T09:00"))).as("replayed").isEqualTo(ObligationState.DUE_SOON);
    }

    /** Who asks again does not wait longer: neither does the second gap make the first one later. */
    @Test
    void givesNoMoreTimeForASecondFlaw() {
        Ledger ledger = new Story()
                .footage("2026-03-02T10:00", FOUND, LOST)
                .footage("2026-03-02T20:00", MORE, CHANGED)
                .footage("2026-03-02T22:00", BACK)
                .ledger();

        assertThat(Story.of(ledger, STREAM, GAP).due()).isEqualTo(at("2026-03-05T10:00"));
        assertThat(Story.of(ledger, STREAM, INTEGRITY).due()).isEqualTo(at("2026-03-03T10:00"));
        assertThat(Story.of(ledger, STREAM, INTEGRITY).isOpen())
                .as("the copy is still changed")
                .isTrue();
    }

    @Test
    void opensTheNextDutyWithTheNextFlaw() {
        Ledger ledger = new Story()
                .footage("2026-03-02T10:00", FOUND)
                .footage("2026-03-02T12:00", EXPLAINED)
                .footage("2026-03-02T20:00", MORE)
                .ledger();

        Obligation next = Story.of(ledger, STREAM, GAP);
        assertThat(next.number()).isEqualTo(1);
        assertThat(next.due()).isEqualTo(at("2026-03-05T20:00"));
    }

    @Test
    void isJudgedByTheRuleOfItsDay() {
        Story story = new Story()
                .footage("2026-03-02T10:00", FOUND)
                .policy("2026-03-03T00:00", stricter())
                .footage("2026-03-03T12:00", EXPLAINED)
                .footage("2026-03-04T10:00", MORE);

        Obligation next = Story.of(story.ledger(), STREAM, GAP);
        assertThat(next.policy()).isEqualTo("footage-gap@2");
        assertThat(next.due()).isEqualTo(at("2026-03-04T11:00"));
        Obligation before = Story.of(
                new Story()
                        .footage("2026-03-02T10:00", FOUND)
                        .policy("2026-03-03T00:00", stricter())
                        .ledger(),
                STREAM,
                GAP);
        assertThat(before.policy()).isEqualTo("footage-gap@1");
        assertThat(Story.of(story.in(Ledger.judgedBy(Map.of(KnownPolicies.FOOTAGE_GAP, "footage-gap@1"))), STREAM, GAP)
                        .due())
                .as("what if")
                .isEqualTo(at("2026-03-07T10:00"));
    }

    private static PolicyPublished stricter() {
        return new PolicyPublished(
                new PolicyId(GAP),
                2,
                Map.of("en", "Gap"),
                Limit.seconds(3_600),
                null,
                null,
                List.of(),
                Map.of("en", "Order of the house"),
                at("2026-03-03T00:00"),
                null,
                false,
                null);
    }

    /** Millions of segments are as they should be. */
    @Test
    void keepsNothingOfSegmentsThatWereNeverWrong() {
        Ledger ledger = new Story()
                .footage("2026-03-02T10:00", BACK, EXPLAINED, LOSS_EXPLAINED, ENDED)
                .ledger();

        assertThat(ledger.subjects()).isEmpty();
        assertThat(Ledger.mayOpen(BACK)).isFalse();
        assertThat(Ledger.mayOpen(LOST)).isTrue();
    }

    /** Whatever comes in whatever order: who looks back at any moment sees what was seen then. */
    @Property(tries = 200)
    void standsAsItStood(@ForAll("stories") List<Tuple2<Fact, Integer>> steps) {
        Story story = new Story();
        Instant now = NINE;
        for (Tuple2<Fact, Integer> step : steps) {
            now = now.plus(Duration.ofHours(step.get2()));
            story.tell(STREAM, now, step.get1());
        }
        Map<String, Obligation> last = new HashMap<>();
        Ledger whole = Ledger.ofTheDay();
        story.facts()
                .forEach(fact ->
                        whole.take(fact).forEach(each -> last.put(each.id().value(), each)));

        Ledger ledger = Ledger.ofTheDay();
        Map<String, Obligation> then = new HashMap<>();
        for (Recorded<?> fact : story.facts()) {
            ledger.take(fact).forEach(each -> then.put(each.id().value(), each));
            then.forEach((id, each) -> {
                Obligation known = Objects.requireNonNull(last.get(id));
                assertThat(known.from()).as("no clock moves").isEqualTo(each.from());
                assertThat(known.due()).isEqualTo(each.due());
                if (!known.isOpen() && each.isOpen()) {
                    assertThat(known.closedAt()).isAfterOrEqualTo(fact.occurredAt());
                }
                Instant before = fact.occurredAt().minusMillis(1);
                if (each.isOpen() && !before.isBefore(each.from())) {
                    assertThat(known.at(before)).isEqualTo(each.at(before));
                }
            });
            assertThat(then.values().stream().filter(Obligation::isOpen).map(Obligation::rule))
                    .as("one clock for each rule")
                    .doesNotHaveDuplicates();
        }
        assertThat(last.values().stream().filter(each -> each.rule().equals(GAP)))
                .hasSize(beginnings(steps.stream().map(Tuple2::get1).toList()));
    }

    /** A gap begins a duty if it is the first, or the first after an explanation. */
    private static int beginnings(List<Fact> facts) {
        List<Fact> told = facts.stream()
                .filter(fact -> fact instanceof GapDetected || fact.equals(EXPLAINED))
                .toList();
        int count = 0;
        for (int i = 0; i < told.size(); i++) {
            boolean first = i == 0 || told.get(i - 1).equals(EXPLAINED);
            count += told.get(i) instanceof GapDetected && first ? 1 : 0;
        }
        return count;
    }

    @Provide
    Arbitrary<List<Tuple2<Fact, Integer>>> stories() {
        Arbitrary<Fact> facts =
                Arbitraries.of(FOUND, MORE, EXPLAINED, LOST, BACK, CHANGED, MENDED, LOSS_EXPLAINED, ENDED);
        Arbitrary<Integer> hours = Arbitraries.of(0, 1, 10, 24, 72, 73);
        return facts.flatMap(fact -> hours.map(after -> Tuple.of(fact, after)))
                .list()
                .ofMaxSize(30);
    }
}
