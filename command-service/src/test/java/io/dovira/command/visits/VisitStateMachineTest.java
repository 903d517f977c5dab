package io.dovira.command.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.offices.DeskCommand;
import io.dovira.command.platform.Decision;
import io.dovira.events.Fact;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.StaffSession;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever an office of five visitors, two desks and three clerks is asked, in any order and at any time, what it records is possible. */
class VisitStateMachineTest {
    /** In Kyiv: what is open since yesterday may be closed without an outcome, and nothing of today. */
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-02T21:50:00Z");

    private static final Set<LegState> AT_A_DESK = EnumSet.of(LegState.CALLED, LegState.IN_SERVICE, LegState.ON_HOLD);

    /** Written down from the drawing of the life of a leg, not from the decider. */
    private static final Map<LegState, Set<LegState>> NEXT = new EnumMap<>(Map.of(
            LegState.QUEUED, EnumSet.of(LegState.CALLED, LegState.ABANDONED, LegState.CLOSED_BY_SYSTEM),
            LegState.CALLED,
                    EnumSet.of(
                            LegState.CALLED,
                            LegState.QUEUED,
                            LegState.IN_SERVICE,
                            LegState.NO_SHOW,
                            LegState.CLOSED_BY_SYSTEM),
            LegState.IN_SERVICE,
                    EnumSet.of(LegState.ON_HOLD, LegState.SERVED, LegState.TRANSFERRED, LegState.CLOSED_BY_SYSTEM),
            LegState.ON_HOLD,
                    EnumSet.of(LegState.IN_SERVICE, LegState.SERVED, LegState.TRANSFERRED, LegState.CLOSED_BY_SYSTEM),
            LegState.SERVED, EnumSet.noneOf(LegState.class),
            LegState.TRANSFERRED, EnumSet.noneOf(LegState.class),
            LegState.NO_SHOW, EnumSet.noneOf(LegState.class),
            LegState.ABANDONED, EnumSet.noneOf(LegState.class),
            LegState.CLOSED_BY_SYSTEM, EnumSet.noneOf(LegState.class)));

    @Property(tries = 400)
    void neverRecordsWhatIsImpossible(@ForAll("steps") List<Step> steps) {
        OfficeHall hall = new OfficeHall();
        Instant now = BEFORE_MIDNIGHT;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Map<?, Visit> before = Map.copyOf(hall.visits);
            DeskCommand ofDesk = step.ofDesk();
            Decision decision = ofDesk == null
                    ? hall.decide(step.ofVisit(hall), step.at(now), step.actor())
                    : hall.decide(ofDesk, step.at(now));
            if (decision instanceof Decision.Accepted) {
                Visit visit = hall.visits.get(Step.VISITS.get(step.visit()));
                if (ofDesk == null && visit != null && !Step.CORRECTIONS.contains(step.kind())) {
                    movesAsDrawn(before.get(visit.id()), visit);
                }
                hall.visits.values().forEach(VisitStateMachineTest::holdsTogether);
                hall.stories.values().forEach(VisitStateMachineTest::neverGoesBackInsideALeg);
                hall.stories.values().forEach(VisitStateMachineTest::isSignedByAnother);
                desksAndLegsAgree(hall);
                hall.stories.forEach((id, story) -> assertThat(replayed(story)).isEqualTo(hall.visits.get(id)));
            }
        }
        assertThat(hall.numbers)
                .isEqualTo(IntStream.rangeClosed(1, hall.numbers.size()).boxed().toList());
        reachesEverything(hall);
    }

    private static void movesAsDrawn(@Nullable Visit before, Visit after) {
        if (before == null) {
            assertThat(after.legs()).extracting(Leg::state).containsExactly(LegState.QUEUED);
            return;
        }
        int last = before.legs().size();
        assertThat(NEXT.get(before.leg(last).state())).contains(after.leg(last).state());
        assertThat(after.legs().subList(0, last - 1)).isEqualTo(before.legs().subList(0, last - 1));
        if (after.legs().size() > last) {
            assertThat(after.leg(last).state()).isEqualTo(LegState.TRANSFERRED);
            assertThat(after.legs()).hasSize(last + 1);
            assertThat(after.leg(last + 1).state()).isEqualTo(LegState.QUEUED);
            assertThat(after.leg(last + 1).queuedAt()).isEqualTo(after.leg(last).endedAt());
        }
    }

    /** One open leg at most, the last; no time before the one it follows; service is what is left of it without holds. */
    private static void holdsTogether(Visit visit) {
        int legs = visit.legs().size();
        assertThat(visit.legs().subList(0, legs - 1)).allMatch(leg -> leg.state() == LegState.TRANSFERRED);
        List<Instant> times = new ArrayList<>(List.of(visit.arrivedAt()));
        for (Leg leg : visit.legs()) {
            assertThat(leg.endedAt() != null).isEqualTo(leg.state().isEnded());
            assertThat(leg.heldAt() != null).isEqualTo(leg.state() == LegState.ON_HOLD);
            if (leg.state() == LegState.SERVED || leg.state() == LegState.TRANSFERRED) {
                assertThat(leg.startedAt()).isNotNull();
                assertThat(leg.handling())
                        .hasValueSatisfying(time -> assertThat(time).isGreaterThanOrEqualTo(Duration.ZERO));
            }
            if (leg.state() == LegState.NO_SHOW || leg.state() == LegState.ABANDONED) {
                assertThat(leg.handling()).isEmpty();
            }
            Stream.<@Nullable Instant>of(leg.queuedAt(), leg.calledAt(), leg.startedAt(), leg.heldAt(), leg.endedAt())
                    .forEach(time -> {
                        if (time != null) {
                            times.add(time);
                        }
                    });
        }
        assertThat(times).isSorted();
    }

    private static void neverGoesBackInsideALeg(List<OfficeHall.Kept> story) {
        assertThat(story.stream().filter(kept -> !isCorrection(kept.fact())).map(OfficeHall.Kept::at))
                .isSorted();
    }

    private static boolean isCorrection(VisitFact fact) {
        return fact instanceof VisitCorrected
                || fact instanceof VisitCorrectionProposed
                || fact instanceof VisitCorrectionRejected;
    }

    /** Of proposals each is decided on once at most, by somebody else; what is only proposed, or rejected, changes nothing. */
    private static void isSignedByAnother(List<OfficeHall.Kept> story) {
        Map<Integer, VisitCorrectionProposed> waiting = new HashMap<>();
        @Nullable Visit visit = null;
        int proposed = 0;
        for (OfficeHall.Kept kept : story) {
            @Nullable Visit before = visit;
            visit = Visit.evolve(visit, kept.fact(), kept.at());
            switch (kept.fact()) {
                case VisitCorrectionProposed f -> {
                    assertThat(f.number()).isEqualTo(++proposed);
                    waiting.put(f.number(), f);
                    assertThat(visit.legs())
                            .isEqualTo(Objects.requireNonNull(before).legs());
                }
                case VisitCorrectionRejected f -> {
                    assertThat(waiting.remove(f.number())).isNotNull();
                    assertThat(visit.legs())
                            .isEqualTo(Objects.requireNonNull(before).legs());
                }
                case VisitCorrected f -> {
                    if (f.proposal() != null) {
                        VisitCorrectionProposed settled = Objects.requireNonNull(waiting.remove(f.proposal()));
                        assertThat(f.proposedBy())
                                .isEqualTo(settled.proposedBy())
                                .isNotEqualTo(f.approvedBy());
                        assertThat(f.is()).isEqualTo(settled.is());
                    }
                }
                default -> {}
            }
        }
        assertThat(Objects.requireNonNull(visit).corrections().waiting())
                .extracting(Proposal::number)
                .containsExactlyInAnyOrderElementsOf(waiting.keySet());
    }

    /** A desk is engaged with exactly the one leg that is at it, and its clerk with no other. */
    private static void desksAndLegsAgree(OfficeHall hall) {
        List<String> engaged = hall.desks.values().stream()
                .filter(desk -> desk.state() == DeskState.ENGAGED)
                .map(desk -> desk.id() + " " + desk.staff() + " " + desk.visit() + " " + desk.leg())
                .sorted()
                .toList();
        List<String> served = hall.visits.values().stream()
                .flatMap(visit -> visit.legs().stream()
                        .filter(leg -> AT_A_DESK.contains(leg.state()))
                        .map(leg -> leg.desk() + " " + leg.staff() + " " + visit.id() + " " + leg.number()))
                .sorted()
                .toList();
        assertThat(engaged).isEqualTo(served);
        List<String> seats = hall.desks.values().stream()
                .filter(desk -> desk.state() != DeskState.CLOSED)
                .map(desk -> desk.staff() + " at " + desk.id())
                .sorted()
                .toList();
        assertThat(hall.sessions.values().stream()
                        .filter(StaffSession::isAtDesk)
                        .map(session -> session.staff() + " at " + session.desk())
                        .sorted())
                .isEqualTo(seats);
        assertThat(hall.desks.values().stream().map(Desk::staff).filter(staff -> staff != null))
                .doesNotHaveDuplicates();
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static Visit replayed(List<OfficeHall.Kept> story) {
        @Nullable Visit visit = null;
        for (OfficeHall.Kept kept : story) {
            visit = Visit.evolve(visit, stored(kept.fact()), kept.at());
        }
        return Objects.requireNonNull(visit);
    }

    private static VisitFact stored(VisitFact fact) {
        return RecordCodecs.decode(RecordCodecs.encode((Record) (Fact) fact), fact.getClass());
    }

    /** A property that never gets anywhere proves nothing. */
    private static void reachesEverything(OfficeHall hall) {
        hall.visits
                .values()
                .forEach(visit ->
                        visit.legs().forEach(leg -> Statistics.label("leg").collect(leg.state())));
        hall.stories
                .values()
                .forEach(story -> story.forEach(kept ->
                        Statistics.label("fact").collect(kept.fact().getClass().getSimpleName())));
        Statistics.label("leg").coverage(coverage -> {
            for (LegState state : LegState.values()) {
                coverage.check(state).count(count -> count > 2);
            }
        });
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : VisitFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 2);
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        kinds(),
                        index(Step.VISITS.size()),
                        index(Step.DESKS.size()),
                        index(Step.STAFF.size()),
                        index(Step.FIELDS.size()),
                        index(60),
                        Arbitraries.frequency(
                                Tuple.of(20, 0),
                                Tuple.of(2, 15),
                                Tuple.of(1, 400),
                                Tuple.of(1, -10),
                                Tuple.of(1, -400)))
                .as(Step::new)
                .list()
                .ofMinSize(50)
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> index(int size) {
        return Arbitraries.integers().between(0, size - 1).withDistribution(RandomDistribution.uniform());
    }

    /** Weighted, so that visitors come into service and do not leave at once. */
    private static Arbitrary<Step.Kind> kinds() {
        return Arbitraries.frequency(
                Tuple.of(4, Step.Kind.OPEN_DESK),
                Tuple.of(1, Step.Kind.START_BREAK),
                Tuple.of(3, Step.Kind.END_BREAK),
                Tuple.of(1, Step.Kind.CLOSE_DESK),
                Tuple.of(4, Step.Kind.ARRIVE),
                Tuple.of(8, Step.Kind.CALL),
                Tuple.of(2, Step.Kind.RECALL),
                Tuple.of(1, Step.Kind.RECYCLE),
                Tuple.of(8, Step.Kind.START),
                Tuple.of(3, Step.Kind.HOLD),
                Tuple.of(3, Step.Kind.RESUME),
                Tuple.of(3, Step.Kind.TRANSFER),
                Tuple.of(2, Step.Kind.FINISH),
                Tuple.of(1, Step.Kind.NO_SHOW),
                Tuple.of(1, Step.Kind.ABANDON),
                Tuple.of(1, Step.Kind.CLOSE),
                Tuple.of(4, Step.Kind.CORRECT),
                Tuple.of(3, Step.Kind.APPROVE),
                Tuple.of(2, Step.Kind.REJECT));
    }
}
