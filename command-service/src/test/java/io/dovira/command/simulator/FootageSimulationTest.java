package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CameraId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.Sha256;
import io.dovira.events.TimeQuality;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.Outcome;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FootageSimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(40));
    private static final long SEED = 20260301;

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(facts(SEED)).isNotEmpty().isEqualTo(facts(SEED));
    }

    @Test
    void everyStreamIsInOrder() {
        SimulatedFacts.areInOrder(END, simulation(SEED));
    }

    /** Every step is decided by the decider: a refusal would end the simulation. */
    @Property(tries = 20)
    void isNeverRefusedAnything(@ForAll long seed) {
        assertThat(new Feed(simulation(seed)).takeUntil(END)).isNotEmpty();
    }

    @Test
    void everyHashIsThatOfTheContent() {
        for (SimulatedFact fact : facts(SEED)) {
            if (fact.fact() instanceof SegmentIngested f) {
                byte[] content = SimulatedContent.of(f.footage());
                assertThat(f.sha256()).isEqualTo(Sha256.of(content));
                assertThat(f.bytes()).isEqualTo(content.length);
            }
        }
    }

    /** So that what is owed for footage is seen in the demo: most of it answered in time, some late, some overdue. */
    @Test
    void mostFlawsAreAnsweredInTime() {
        Set<Outcome> gaps = EnumSet.noneOf(Outcome.class);
        Set<Outcome> losses = EnumSet.noneOf(Outcome.class);
        for (long seed = SEED; seed < SEED + 12; seed++) {
            for (Obligation duty : duties(seed)) {
                (duty.rule().equals("footage-gap") ? gaps : losses).add(duty.outcome());
            }
        }

        assertThat(gaps).contains(Outcome.MET, Outcome.MET_LATE, Outcome.OPEN);
        assertThat(losses).contains(Outcome.MET, Outcome.MET_LATE);
    }

    private static List<Obligation> duties(long seed) {
        Ledger ledger = Ledger.ofTheDay();
        long position = 0;
        Meta meta = new Meta("a", "system", "c", null, "o", TimeQuality.EXACT, Origin.SIMULATED);
        for (Fact rule : BuiltInPolicies.facts()) {
            position++;
            ledger.take(new Recorded<>(position, "r" + position, "policies", 0, START, START, meta, rule));
        }
        for (SimulatedFact told : facts(seed)) {
            if (told.fact() instanceof FootageFact fact) {
                position++;
                ledger.take(
                        new Recorded<>(position, "e" + position, told.stream(), 0, told.at(), told.at(), meta, fact));
            }
        }
        return ledger.subjects().stream()
                .flatMap(subject -> Objects.requireNonNull(ledger.of(subject)).newest().stream())
                .toList();
    }

    @Test
    void someOfItIsWatchedHeldOrMissing() {
        Map<String, Footage> segments = new HashMap<>();
        for (SimulatedFact fact : facts(SEED)) {
            if (fact.fact() instanceof FootageFact f) {
                segments.put(fact.stream(), Footage.evolve(segments.get(fact.stream()), f, fact.at()));
            }
        }
        assertThat(segments).hasSizeBetween(930, 959);
        assertThat(segments.values()).anyMatch(segment -> !segment.gaps().isEmpty());
        assertThat(segments.values()).anyMatch(segment -> !segment.holds().isEmpty());
        assertThat(segments.values()).anyMatch(segment -> !segment.viewings().isEmpty());
    }

    private static List<SimulatedFact> facts(long seed) {
        return SimulatedFacts.until(END, simulation(seed));
    }

    private static FootageSimulation simulation(long seed) {
        Office office =
                Office.evolve(null, SimulatedNation.units(SEED, 1).getFirst().registration(), START);
        return new FootageSimulation(new CameraId("sim-cam"), office, CameraArea.CUSTODY, seed, START);
    }
}
