package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.RecordFact.CorrectionRejected;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustodySimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(60));
    private static final long SEED = 20260301;
    private static final int UNITS = 12;

    /** By unit: two months of a dozen units take a while to be told. */
    private static final Map<Integer, List<SimulatedFact>> TOLD = new ConcurrentHashMap<>();

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(SimulatedFacts.until(END, simulation(0))).isNotEmpty().isEqualTo(facts(0));
    }

    /** Every entry is decided by the decider: a refusal would end the simulation. */
    @Property(tries = 20)
    void isNeverRefusedAnything(@ForAll long seed) {
        CustodyProfile profile = SimulatedNation.units(seed, 1).getFirst();
        Feed feed = new Feed(new CustodySimulation(profile, seed, START));

        assertThat(feed.takeUntil(END)).isNotEmpty();
    }

    @Property(tries = 10)
    void tellsTheSameHoweverTheTimeIsSplit(
            @ForAll long seed, @ForAll @Size(max = 6) List<@IntRange(max = 1_440) Integer> hours) {
        CustodyProfile profile = SimulatedNation.units(SEED, 1).getFirst();
        Feed inParts = new Feed(new CustodySimulation(profile, seed, START));
        List<SimulatedCommit> parts = new ArrayList<>();
        hours.stream().sorted().forEach(hour -> parts.addAll(inParts.takeUntil(START.plus(Duration.ofHours(hour)))));
        parts.addAll(inParts.takeUntil(END));

        assertThat(parts).isEqualTo(new Feed(new CustodySimulation(profile, seed, START)).takeUntil(END));
    }

    @Test
    void oneShiftTypesInBatches() {
        int batches = 0;
        Feed feed = new Feed(simulation(0));
        List<SimulatedCommit> visits = feed.takeUntil(END).stream()
                .filter(commit -> commit.facts().getFirst().fact() instanceof CellVisitDone)
                .toList();
        for (int i = 0; i + 4 < visits.size(); i++) {
            SimulatedCommit first = visits.get(i);
            SimulatedCommit last = visits.get(i + 4);
            boolean typedAtOnce = Duration.between(first.at(), last.at()).toSeconds() <= 60;
            boolean seenAtOnce = Duration.between(
                                    first.facts().getFirst().at(),
                                    last.facts().getFirst().at())
                            .abs()
                            .toSeconds()
                    <= 60;
            batches += typedAtOnce && !seenAtOnce ? 1 : 0;
        }
        assertThat(batches).isGreaterThan(20);
    }

    @Test
    void everyStreamIsInOrder() {
        for (int unit = 0; unit < UNITS; unit++) {
            SimulatedFacts.areInOrder(END, simulation(unit));
        }
    }

    /** Each entry was decided by the decider; here the story is read as a projection reads it. */
    @Test
    void everyStayIsLegalAndEnds() {
        Map<Phase, Integer> phases = new TreeMap<>();
        int visits = 0;
        int overdueVisits = 0;
        int unfit = 0;
        int toHospital = 0;
        int stays = 0;
        int all = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            Map<String, Custody> records = new HashMap<>();
            for (SimulatedFact fact : facts(unit)) {
                all++;
                if (fact.fact() instanceof CustodyFact f) {
                    Custody before = records.get(fact.stream());
                    if (f instanceof CellVisitDone && before != null) {
                        visits++;
                        Instant due = before.dueAt(Duty.CELL_VISIT);
                        overdueVisits += due != null && fact.at().isAfter(due) ? 1 : 0;
                    }
                    unfit += f instanceof MedicalExamined e && e.fitness() == Fitness.UNFIT ? 1 : 0;
                    toHospital += f instanceof TakenOut t && t.to() == Destination.HOSPITAL ? 1 : 0;
                    records.put(fact.stream(), Custody.evolve(before, f, fact.at()));
                }
            }
            records.values().forEach(record -> phases.merge(record.phase(), 1, Integer::sum));
            stays += records.size();
        }
        System.out.printf(
                "60 days of %d units: %d facts, %d stays %s, visits %d, late %d, unfit %d, to hospital %d%n",
                UNITS, all, stays, phases, visits, overdueVisits, unfit, toHospital);

        assertThat(phases.get(Phase.SEALED)).isGreaterThan(stays * 8 / 10);
        assertThat(overdueVisits).isBetween(visits / 100, visits / 8);
        assertThat(toHospital).isPositive();
        assertThat(unfit).isGreaterThanOrEqualTo(toHospital);
    }

    @Test
    void someVisitsAreTypedLongAfterTheyWereMade() {
        long late = 0;
        long soon = 0;
        CustodySimulation simulation = simulation(1);
        for (SimulatedCommit commit = simulation.next(); commit.at().isBefore(END); commit = simulation.next()) {
            SimulatedFact first = commit.facts().getFirst();
            if (first.fact() instanceof CellVisitDone) {
                boolean typedLate = Duration.between(first.at(), commit.at()).toMinutes() >= 10;
                late += typedLate ? 1 : 0;
                soon += typedLate ? 0 : 1;
            }
        }
        assertThat(late).isBetween(soon / 20, soon / 3);
    }

    @Test
    void whatWasTypedWronglyIsSetRightAndMuchOfItSignedBySomebodyElse() {
        int atOnce = 0;
        int approved = 0;
        int rejected = 0;
        int waiting = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            Map<String, Custody> records = new HashMap<>();
            for (SimulatedFact fact : facts(unit)) {
                if (fact.fact() instanceof CustodyFact f) {
                    Custody before = records.get(fact.stream());
                    if (f instanceof EntryCorrected c && c.proposal() != null) {
                        Proposal proposal = Objects.requireNonNull(before)
                                .corrections()
                                .waiting(c.proposal())
                                .orElseThrow();
                        assertThat(fact.meta().actor())
                                .isEqualTo(c.approvedBy())
                                .isNotEqualTo(proposal.proposedBy());
                        approved++;
                    } else {
                        atOnce += f instanceof EntryCorrected ? 1 : 0;
                        rejected += f instanceof CorrectionRejected ? 1 : 0;
                    }
                    records.put(fact.stream(), Custody.evolve(before, f, fact.at()));
                }
            }
            waiting += records.values().stream()
                    .mapToInt(record -> record.corrections().waiting().size())
                    .sum();
        }
        System.out.printf(
                "corrections: %d at once, %d approved, %d rejected, %d waiting%n", atOnce, approved, rejected, waiting);

        assertThat(List.of(atOnce, rejected, waiting)).allMatch(many -> many > 3);
        assertThat(approved).isGreaterThan(rejected);
    }

    @Test
    void handOversNameEverybodyWhoIsHeld() {
        @Nullable CustodyUnit unit = null;
        int handovers = 0;
        CustodySimulation simulation = simulation(1);
        for (SimulatedCommit commit = simulation.next(); commit.at().isBefore(END); commit = simulation.next()) {
            List<SimulatedFact> facts = commit.facts();
            long named = facts.stream()
                    .filter(fact -> fact.fact() instanceof PersonHandedOver)
                    .count();
            for (SimulatedFact fact : facts) {
                if (fact.fact() instanceof UnitFact f) {
                    if (f instanceof ShiftHandedOver over) {
                        CustodyUnit before = Objects.requireNonNull(unit);
                        assertThat(named).isEqualTo(before.held().size()).isEqualTo(over.persons());
                        assertThat(over.handover()).isEqualTo(before.handovers() + 1);
                        assertThat(over.from()).isEqualTo(before.offeredBy()).isNotEqualTo(over.to());
                        handovers++;
                    }
                    unit = CustodyUnit.evolve(unit, f, fact.at());
                }
            }
        }
        assertThat(handovers).isGreaterThan(100);
    }

    private static List<SimulatedFact> facts(int unit) {
        return TOLD.computeIfAbsent(unit, one -> SimulatedFacts.until(END, simulation(one)));
    }

    private static CustodySimulation simulation(int unit) {
        return new CustodySimulation(SimulatedNation.units(SEED, UNITS).get(unit), SEED, START);
    }
}
