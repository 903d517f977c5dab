package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.OfficerState;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NationSimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SEED = 20260301;

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(facts(30)).isNotEmpty().isEqualTo(facts(30));
    }

    /** Every step is decided by the decider: a refusal would end the simulation. */
    @Property(tries = 5)
    void isNeverRefusedAnything(@ForAll long seed) {
        assertThat(new Feed(new NationSimulation(seed, START)).takeUntil(START.plus(Duration.ofDays(250))))
                .isNotEmpty();
    }

    @Test
    void everyStreamIsInOrder() {
        SimulatedFacts.areInOrder(START.plus(Duration.ofDays(120)), new NationSimulation(SEED, START));
    }

    @Test
    void beginsWithTheFiguresOfTheProgramme() {
        Nation nation = Nation.of(facts(0));

        Set<String> covered = new HashSet<>();
        long people = 0;
        for (Officer officer : nation.officers.values()) {
            assertThat(officer.state()).isEqualTo(OfficerState.ASSIGNED);
            assertThat(officer.lastAt()).isBefore(START);
            Community home = Objects.requireNonNull(nation.communities.get(officer.community().stream()));
            if (covered.add(home.id().value())) {
                people += home.population().getFirst().people();
            }
        }
        assertThat(nation.communities).hasSize(1_470);
        assertThat(covered).hasSize(275);
        assertThat(nation.officers).hasSize(450);
        assertThat(nation.stations).hasSize(450);
        assertThat(nation.publications).hasSize(30);
        assertThat(people).isBetween(4_000_000L, 4_800_000L);
    }

    /** What the deciders ask for, read as a projection reads it. */
    @Test
    void everyStepIsOneThatTheDecidersAllow() {
        Nation nation = new Nation();
        int contacts = 0;
        for (SimulatedFact fact : facts(200)) {
            if (fact.fact() instanceof OfficerFact f) {
                Officer before = nation.officers.get(fact.stream());
                if (f instanceof OfficerSelected selected) {
                    Community home = Objects.requireNonNull(nation.communities.get(selected.community().stream()));
                    assertThat(home.memorandumAt()).isNotNull().isBeforeOrEqualTo(fact.at());
                } else {
                    assertThat(Objects.requireNonNull(before).lastAt()).isBeforeOrEqualTo(fact.at());
                }
            } else if (fact.fact() instanceof ContactRecorded f) {
                Officer officer =
                        Objects.requireNonNull(nation.officers.get(Objects.requireNonNull(f.officer()).stream()));
                assertThat(officer.hasServed(f.community())).isTrue();
                contacts++;
            }
            nation.take(fact);
        }
        Map<OfficerState, Integer> states = new HashMap<>();
        nation.officers.values().forEach(officer -> states.merge(officer.state(), 1, Integer::sum));
        System.out.printf("200 days of a nation: %d contacts, officers %s%n", contacts, states);

        assertThat(contacts).isGreaterThan(10_000);
        assertThat(states.get(OfficerState.LEFT)).isBetween(10, 120);
        assertThat(states.get(OfficerState.ABSENT)).isBetween(5, 120);
    }

    private static List<SimulatedFact> facts(int days) {
        return SimulatedFacts.until(START.plus(Duration.ofDays(days)).plusMillis(1), new NationSimulation(SEED, START));
    }

    private static final class Nation {
        final Map<String, Community> communities = new HashMap<>();
        final Map<String, Officer> officers = new HashMap<>();
        final Map<String, Station> stations = new HashMap<>();
        final Map<String, Publication> publications = new HashMap<>();

        static Nation of(List<SimulatedFact> facts) {
            Nation nation = new Nation();
            facts.forEach(nation::take);
            return nation;
        }

        void take(SimulatedFact fact) {
            String stream = fact.stream();
            if (fact.fact() instanceof CommunityFact f) {
                communities.put(stream, Community.evolve(communities.get(stream), f, fact.at()));
            } else if (fact.fact() instanceof OfficerFact f) {
                officers.put(stream, Officer.evolve(officers.get(stream), f, fact.at()));
            } else if (fact.fact() instanceof StationFact f) {
                stations.put(stream, Station.evolve(stations.get(stream), f, fact.at()));
            } else if (fact.fact() instanceof PublicationFact f) {
                publications.put(stream, Publication.evolve(publications.get(stream), f, fact.at()));
            }
        }
    }
}
