package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What simulations tell, and what holds for each of them. */
final class SimulatedFacts {
    private SimulatedFacts() {}

    static List<SimulatedFact> until(Instant end, Simulation simulation) {
        return Stream.generate(simulation::next)
                .takeWhile(commit -> commit.at().isBefore(end))
                .flatMap(commit -> commit.facts().stream())
                .toList();
    }

    /** In the order of recording; every stream is numbered densely, every event has an id of its own, and all bears the origin. */
    static void areInOrder(Instant end, Simulation simulation) {
        Map<String, Long> next = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Instant last = Instant.MIN;
        for (SimulatedCommit commit = simulation.next(); commit.at().isBefore(end); commit = simulation.next()) {
            assertThat(commit.at()).isAfterOrEqualTo(last);
            last = commit.at();
            for (SimulatedFact fact : commit.facts()) {
                assertThat(fact.sequence()).as(fact::toString).isEqualTo(next.merge(fact.stream(), 1L, Long::sum) - 1);
                assertThat(ids.add(fact.eventId())).as(fact::toString).isTrue();
                assertThat(fact.at()).isBeforeOrEqualTo(commit.at());
                assertThat(fact.meta().origin()).isEqualTo(Origin.SIMULATED);
                assertThat(fact.meta().office()).startsWith("sim-");
            }
        }
        assertThat(ids).isNotEmpty();
    }
}
