package io.dovira.command.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.events.CommunityId;
import io.dovira.events.Fact;
import io.dovira.events.OfficerId;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerState;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Whatever is asked of an officer, in any order and at any time, what is recorded is possible and is read again as it was. */
class OfficerStateMachineTest {
    private static final OfficerId ID = new OfficerId("p-1");
    private static final List<CommunityId> PLACES =
            List.of(FakeSurroundings.BAR, FakeSurroundings.TURKA, FakeSurroundings.SKOLE, new CommunityId("nowhere"));

    /** Written down from the drawing of the life of an officer, not from the decider. */
    private static final Map<OfficerState, Set<OfficerState>> NEXT = new EnumMap<>(Map.of(
            OfficerState.CANDIDATE, EnumSet.of(OfficerState.IN_TRAINING, OfficerState.LEFT),
            OfficerState.IN_TRAINING, EnumSet.of(OfficerState.CERTIFIED, OfficerState.LEFT),
            OfficerState.CERTIFIED, EnumSet.of(OfficerState.ASSIGNED, OfficerState.LEFT),
            OfficerState.ASSIGNED, EnumSet.of(OfficerState.ASSIGNED, OfficerState.ABSENT, OfficerState.LEFT),
            OfficerState.ABSENT, EnumSet.of(OfficerState.ASSIGNED, OfficerState.LEFT),
            OfficerState.LEFT, EnumSet.noneOf(OfficerState.class)));

    enum Kind {
        SELECT,
        TRAIN,
        CERTIFY,
        ASSIGN,
        AWAY,
        BACK,
        MOVE,
        LEAVE
    }

    /** @param late seconds between its happening and its report; negative for a clock that runs ahead */
    record Step(Kind kind, int place, int seconds, int late) {
        OfficerCommand command() {
            CommunityId community = PLACES.get(place);
            return switch (kind) {
                case SELECT -> new SelectOfficer(ID, community);
                case TRAIN -> new StartTraining(ID);
                case CERTIFY -> new CompleteTraining(ID);
                case ASSIGN -> new AssignOfficer(ID, community);
                case AWAY -> new NoteAbsence(ID, AbsenceKind.ILLNESS);
                case BACK -> new NoteReturn(ID);
                case MOVE -> new ReassignOfficer(ID, community);
                case LEAVE -> new ReleaseOfficer(ID, LeavingKind.OTHER);
            };
        }

        boolean namesAPlace() {
            return kind == Kind.SELECT || kind == Kind.ASSIGN || kind == Kind.MOVE;
        }
    }

    record Kept(OfficerFact fact, Instant at) {}

    @Property(tries = 500)
    void neverRecordsWhatIsImpossible(@ForAll("steps") List<Step> steps) {
        FakeSurroundings surroundings = new FakeSurroundings();
        List<Kept> story = new ArrayList<>();
        @Nullable Officer officer = null;
        Instant now = FakeSurroundings.NINE.plusSeconds(60);
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Moment moment = Lateness.moment(now, step.late());
            Decision decision = OfficerDecider.decide(
                    officer,
                    step.command(),
                    moment,
                    step.namesAPlace()
                            ? surroundings.community(PLACES.get(step.place())).orElse(null)
                            : null);
            if (decision instanceof Decision.Accepted yes) {
                Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
                Officer before = officer;
                for (Fact fact : yes.facts()) {
                    story.add(new Kept((OfficerFact) fact, at));
                    officer = Officer.evolve(officer, (OfficerFact) fact, at);
                }
                movesAsDrawn(before, Objects.requireNonNull(officer));
                assertThat(story.stream().map(Kept::at)).isSorted();
                assertThat(replayed(story)).isEqualTo(officer);
            }
        }
        story.forEach(
                kept -> Statistics.label("fact").collect(kept.fact().getClass().getSimpleName()));
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : OfficerFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
    }

    private static void movesAsDrawn(@Nullable Officer before, Officer after) {
        if (before == null) {
            assertThat(after.state()).isEqualTo(OfficerState.CANDIDATE);
        } else {
            assertThat(NEXT.get(before.state())).contains(after.state());
            if (before.isPresent() && after.isPresent()) {
                assertThat(after.community()).isNotEqualTo(before.community());
            }
        }
        List<Instant> times = Stream.<@Nullable Instant>of(
                        after.selectedAt(), after.trainingAt(), after.certifiedAt(), after.assignedAt())
                .flatMap(Stream::ofNullable)
                .toList();
        assertThat(times).isSorted();
        assertThat(after.hasServed(after.community()) || after.assignedAt() == null)
                .isTrue();
        assertThat(after.absence() != null).isEqualTo(after.state() == OfficerState.ABSENT);
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static Officer replayed(List<Kept> story) {
        @Nullable Officer officer = null;
        for (Kept kept : story) {
            Fact fact = kept.fact();
            officer = Officer.evolve(
                    officer,
                    RecordCodecs.decode(
                            RecordCodecs.encode((Record) fact), kept.fact().getClass()),
                    kept.at());
        }
        return Objects.requireNonNull(officer);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.SELECT),
                                Tuple.of(6, Kind.TRAIN),
                                Tuple.of(6, Kind.CERTIFY),
                                Tuple.of(6, Kind.ASSIGN),
                                Tuple.of(6, Kind.AWAY),
                                Tuple.of(6, Kind.BACK),
                                Tuple.of(3, Kind.MOVE),
                                Tuple.of(1, Kind.LEAVE)),
                        Arbitraries.integers()
                                .between(0, PLACES.size() - 1)
                                .withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 60),
                        Lateness.seconds())
                .as(Step::new)
                .list()
                .ofMinSize(60)
                .ofMaxSize(150)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
