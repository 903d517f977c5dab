package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.PhaseSince;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CorrectionProposed;
import io.dovira.events.custody.RecordFact.CorrectionRejected;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.Task;
import io.dovira.events.obligations.Obligation;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Whatever is entered in a record, in any order, at any time and by anybody, what it then says is possible. */
class CustodyStateMachineTest {
    /** Written down from the drawing of the stay, not from the decider. */
    private static final Map<Phase, Set<Phase>> NEXT = new EnumMap<>(Map.of(
            Phase.APPREHENDED, EnumSet.of(Phase.DELIVERED, Phase.RELEASED),
            Phase.DELIVERED, EnumSet.of(Phase.OPEN, Phase.AT_HOSPITAL, Phase.RELEASED, Phase.HANDED_OVER),
            Phase.OPEN,
                    EnumSet.of(Phase.AT_COURT, Phase.AT_HOSPITAL, Phase.IN_TRANSFER, Phase.RELEASED, Phase.HANDED_OVER),
            Phase.AT_COURT, EnumSet.of(Phase.OPEN, Phase.RELEASED, Phase.HANDED_OVER),
            Phase.AT_HOSPITAL, EnumSet.of(Phase.OPEN, Phase.DELIVERED, Phase.RELEASED, Phase.HANDED_OVER),
            Phase.IN_TRANSFER, EnumSet.of(Phase.OPEN, Phase.RELEASED, Phase.HANDED_OVER),
            Phase.RELEASED, EnumSet.of(Phase.SEALED),
            Phase.HANDED_OVER, EnumSet.of(Phase.SEALED),
            Phase.SEALED, EnumSet.noneOf(Phase.class)));

    private static final Set<Class<?>> AFTER_THE_SEAL = Set.of(
            CopyDisclosed.class,
            RecordAccessed.class,
            LateEntryMade.class,
            CorrectionProposed.class,
            CorrectionRejected.class,
            EntryCorrected.class,
            ClockStarted.class);

    private static final Set<Duty> OF_HOLDING = EnumSet.of(
            Duty.HOSPITAL,
            Duty.CELL_VISIT,
            Duty.ASSIGN_CELL,
            Duty.RETURN,
            Duty.REVIEW,
            Duty.BRING_TO_COURT,
            Duty.HEAR_MEASURE,
            Duty.END_DETENTION);

    @Property(tries = 400)
    void neverSaysWhatIsImpossible(@ForAll("steps") List<Step> steps) {
        CustodyHall hall = new CustodyHall();
        Instant now = Sample.EIGHT;
        hall.decide(new MakeEntry(Sample.apprehended(DetentionGround.WITHOUT_RULING)), Moment.now(now), "p-1");
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Custody before = hall.now();
            Decision decision = step.ofUnit() == null
                    ? hall.decide(step.ofRecord(hall), step.at(now), step.actor())
                    : hall.decide(Objects.requireNonNull(step.ofUnit()), step.at(now), step.actor());
            if (decision instanceof Decision.Accepted yes) {
                movesAsDrawn(before, hall.now());
                takesLittleOnceSealed(before, yes.facts());
                holdsTogether(hall.now());
                owesWhatTheRecordSays(hall);
                theUnitAgrees(hall);
                assertThat(replayed(hall)).isEqualTo(hall.now());
            }
        }
        reachesEverything(hall);
    }

    private static void movesAsDrawn(Custody before, Custody after) {
        int known = before.phases().size();
        assertThat(after.phases().subList(0, known))
                .extracting(PhaseSince::phase)
                .isEqualTo(before.phases().stream().map(PhaseSince::phase).toList());
        assertThat(after.phases().size() - known).isBetween(0, 1);
        if (after.phases().size() > known) {
            assertThat(NEXT.get(before.phase())).contains(after.phase());
        }
    }

    private static void takesLittleOnceSealed(Custody before, List<Fact> facts) {
        if (before.phase() == Phase.SEALED) {
            assertThat(facts)
                    .filteredOn(fact -> fact instanceof CustodyFact)
                    .allSatisfy(fact -> assertThat(AFTER_THE_SEAL).contains(fact.getClass()));
        }
    }

    /** Times of phases rise; duties are named once, in their order; nobody who is free has to be visited. */
    private static void holdsTogether(Custody custody) {
        assertThat(custody.phases()).extracting(PhaseSince::since).isSorted();
        assertThat(custody.tasks()).extracting(Task::duty).isSorted().doesNotHaveDuplicates();
        assertThat(custody.tasks()).allSatisfy(task -> {
            assertThat(task.dueAt() == null).isEqualTo(task.policy() == null);
            assertThat(task.state() == Task.State.DONE && task.doneAt() == null).isFalse();
        });
        boolean inTheUnit = custody.phase() == Phase.OPEN || custody.phase() == Phase.DELIVERED;
        assertThat(custody.isOpen(Duty.CELL_VISIT)).isEqualTo(inTheUnit && custody.cell() != null);
        assertThat(custody.isOpen(Duty.RETURN)).isEqualTo(custody.phase().isOut());
        if (!custody.phase().isHeld()) {
            assertThat(custody.isOpen(Duty.END_DETENTION)).isFalse();
            assertThat(custody.isOpen(Duty.REVIEW)).isFalse();
        }
    }

    /** What is owed by a clock is a duty that stands open in the record; towards who is free, none that comes of holding. */
    private static void owesWhatTheRecordSays(CustodyHall hall) {
        Custody now = hall.now();
        Set<String> open = now.openTasks().stream()
                .map(task -> CustodyHall.rule(task.duty()))
                .collect(Collectors.toSet());
        assertThat(hall.duties().newest())
                .filteredOn(Obligation::isOpen)
                .extracting(Obligation::rule)
                .isSubsetOf(open);
        now.openTasks().stream()
                .filter(task -> task.dueAt() != null)
                .forEach(task -> assertThat(hall.obligation(task.duty()).orElseThrow())
                        .satisfies(owed -> assertThat(owed.isOpen()).isTrue())
                        .satisfies(owed -> assertThat(owed.from()).isEqualTo(task.since())));
        if (!now.phase().isHeld()) {
            Instant gone = Objects.requireNonNullElseGet(
                    now.since(Phase.RELEASED), () -> Objects.requireNonNull(now.since(Phase.HANDED_OVER)));
            assertThat(now.openTasks()).allSatisfy(task -> {
                assertThat(OF_HOLDING).doesNotContain(task.duty());
                assertThat(task.duty() == Duty.REGISTER_COMPLAINT
                                || !task.since().isAfter(gone))
                        .as("%s is asked for afterwards", task)
                        .isTrue();
            });
        }
    }

    private static void theUnitAgrees(CustodyHall hall) {
        boolean held = hall.now().phase().isHeld() && hall.now().phase() != Phase.APPREHENDED;
        assertThat(hall.unit != null && !hall.unit.held().isEmpty()).isEqualTo(held);
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static Custody replayed(CustodyHall hall) {
        @Nullable Custody custody = null;
        for (CustodyHall.Kept kept : hall.story) {
            custody = Custody.evolve(
                    custody,
                    RecordCodecs.decode(
                            RecordCodecs.encode((Record) (Fact) kept.fact()),
                            kept.fact().getClass()),
                    kept.at());
        }
        return Objects.requireNonNull(custody);
    }

    /** A property that never gets anywhere proves nothing. */
    private static void reachesEverything(CustodyHall hall) {
        hall.now().phases().forEach(each -> Statistics.label("phase").collect(each.phase()));
        hall.story.forEach(kept ->
                Statistics.label("fact").collect(Facts.nameOf(kept.fact().getClass())));
        Statistics.label("phase").coverage(coverage -> {
            for (Phase phase : Phase.values()) {
                coverage.check(phase).count(count -> count > 10);
            }
        });
        Statistics.label("fact").coverage(coverage -> {
            for (Class<? extends Fact> fact : Facts.all()) {
                if (CustodyFact.class.isAssignableFrom(fact)) {
                    coverage.check(Facts.nameOf(fact)).count(count -> count > 10);
                }
            }
        });
    }

    /**
     * One random thing that somebody asks.
     *
     * @param seconds since the step before; a step may also be reported late
     * @param late seconds between its happening and its report; negative for a clock that runs ahead
     */
    record Step(int what, int choice, boolean other, int seconds, int late) {
        private static final List<CustodyField> FIELDS = List.of(CustodyField.values());
        private static final List<DetentionGround> GROUNDS = List.of(DetentionGround.values());
        static final int OFFER = Samples.ENTRIES.size();
        static final int TAKE = OFFER + 1;
        static final int CORRECT = OFFER + 2;
        static final int APPROVE = OFFER + 3;
        static final int REJECT = OFFER + 4;
        static final int KINDS = OFFER + 5;

        Moment at(Instant now) {
            return Lateness.moment(now, late);
        }

        String actor() {
            return other ? "p-2" : "p-1";
        }

        @Nullable
        UnitCommand ofUnit() {
            return what == OFFER ? new OfferHandover(Sample.UNIT) : what == TAKE ? new TakeOver(Sample.UNIT) : null;
        }

        CustodyCommand ofRecord(CustodyHall hall) {
            if (what == CORRECT) {
                return correction(hall.now());
            }
            if (what == APPROVE) {
                return new ApproveCorrection(
                        ID, Math.max(1, hall.now().corrections().proposed()));
            }
            return what == REJECT
                    ? new RejectCorrection(
                            ID, Math.max(1, hall.now().corrections().proposed()), "no")
                    : new MakeEntry(Samples.ENTRIES.get(what));
        }

        /** Of a value that is there, to one a little off: often possible, often not. */
        private CorrectEntry correction(Custody now) {
            CustodyField field = FIELDS.get(choice % FIELDS.size());
            String was = now.text(field).orElse("a");
            String is = field.isTime() && !was.equals("a")
                    ? Instant.parse(was).plusSeconds(choice * 20L - 400).toString()
                    : field == CustodyField.GROUND
                            ? GROUNDS.get(choice % GROUNDS.size()).name()
                            : String.valueOf(choice);
            return new CorrectEntry(ID, "e0", field, was, is, "seen");
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        kinds(),
                        Arbitraries.integers().between(0, 40).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 900).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.frequency(
                                Tuple.of(20, 0),
                                Tuple.of(3, 600),
                                Tuple.of(1, 9000),
                                Tuple.of(1, -10),
                                Tuple.of(1, -400)))
                .as(Step::new)
                .list()
                .ofMinSize(30)
                .ofMaxSize(150)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /** Weighted, so that a stay lasts a while before it ends. */
    private static Arbitrary<Integer> kinds() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        24,
                        Arbitraries.integers()
                                .between(0, Step.KINDS - 1)
                                .withDistribution(RandomDistribution.uniform())
                                .filter(kind -> !Samples.isEnd(kind))),
                Tuple.of(3, Arbitraries.of(Samples.moves())),
                Tuple.of(4, Arbitraries.of(Step.CORRECT, Step.APPROVE, Step.REJECT)),
                Tuple.of(2, Arbitraries.of(Step.OFFER, Step.TAKE)),
                Tuple.of(1, Arbitraries.of(Samples.ends())));
    }
}
