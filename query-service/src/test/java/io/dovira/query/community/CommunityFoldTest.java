package io.dovira.query.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerState;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomCommunities;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class CommunityFoldTest {

    /** Any day told from the documents of today is what a reader of the log would have said on that day. */
    @Property(tries = 60)
    void tellsEveryMomentAsItWas(@ForAll long seed) {
        Story story = told(seed, 300);
        InMemoryDocuments today = folded(story.facts());
        Instant first = story.facts().getFirst().occurredAt();
        for (int hours : new int[] {1, 20, 100, 250, 400}) {
            Instant at = first.plus(Duration.ofHours(hours));
            Map<String, CoverageState> expected = bruteForce(story.facts(), at);
            Map<String, CoverageState> actual = new TreeMap<>();
            today.forEach(CommunityFold.COMMUNITIES, (id, community) -> {
                if (!community.registeredAt().isAfter(at)) {
                    actual.put(id, Standing.of(community, at, 10_000).state());
                }
            });
            assertThat(actual).isEqualTo(expected);
            actual.values().forEach(state -> Statistics.collect(state));
        }
        Statistics.coverage(coverage -> {
            for (CoverageState state : EnumSet.allOf(CoverageState.class)) {
                coverage.check(state).count(count -> count > 5);
            }
        });
    }

    @Property(tries = 30)
    void keepsOneOpenSpellForEachOfficerWhoHasNotLeft(@ForAll long seed) {
        InMemoryDocuments documents = folded(told(seed, 300).facts());
        Map<String, OfficerState> open = new TreeMap<>();
        documents.forEach(
                CommunityFold.COMMUNITIES,
                (id, community) -> community.spells().stream()
                        .filter(spell -> spell.to() == null)
                        .forEach(spell -> assertThat(open.put(spell.officer(), spell.state()))
                                .isNull()));
        Map<String, OfficerState> expected = new TreeMap<>();
        documents.forEach(CommunityFold.OFFICERS, (id, officer) -> {
            if (officer.officer().state() != OfficerState.LEFT) {
                expected.put(id, officer.officer().state());
            }
        });
        assertThat(open).isEqualTo(expected);
    }

    /** The figures of the source: 450 officers in 275 of 1,470 communities. */
    @Test
    void countsAsTheSourceDoes() {
        List<Standing> all = IntStream.range(0, 1470)
                .mapToObj(i -> standing(10_000, i < 275, i < 175 ? 2 : 1))
                .toList();
        CoverageRow row = CoverageRow.of(false, false, all);

        assertThat(row.communities()).isEqualTo(1470);
        assertThat(row.coveredPercent()).isEqualTo(18.7, within(0.05));
        assertThat(row.officers()).isEqualTo(450);
        assertThat(row.officersPerCovered()).isEqualTo(1.64, within(0.005));
        assertThat(row.peopleServed()).isEqualTo(2_750_000);
        assertThat(row.missing()).isEqualTo(1470 - 275);
    }

    @Test
    void demandsOneOfficerAndOneForEachFullNumberOfPeople() {
        assertThat(Standing.required(0, 10_000)).isEqualTo(1);
        assertThat(Standing.required(50_000, 0)).as("a rule of nothing").isEqualTo(1);
        assertThat(Standing.required(9_999, 10_000)).isEqualTo(1);
        assertThat(Standing.required(19_999, 10_000)).isEqualTo(1);
        assertThat(Standing.required(20_000, 10_000)).isEqualTo(2);
        assertThat(Standing.required(41_200, 10_000)).isEqualTo(4);
    }

    private static Standing standing(int people, boolean covered, int officers) {
        CommunityDocument community = CommunityDocument.of(
                new CommunityRegistered(
                        new CommunityId("c"),
                        Map.of("en", "x"),
                        new RegionId("r"),
                        Map.of("en", "x"),
                        new OfficeId("o"),
                        "Europe/Kyiv",
                        people,
                        "s",
                        LocalDate.parse("2022-01-01")),
                Instant.EPOCH,
                Origin.LIVE);
        for (int i = 0; covered && i < officers; i++) {
            community = community.withOfficer("o" + i, OfficerState.ASSIGNED, Instant.EPOCH);
        }
        return Standing.of(community, Instant.EPOCH, 10_000);
    }

    private static Story told(long seed, int facts) {
        Story story = new Story();
        Random random = new Random(seed);
        RandomCommunities communities = new RandomCommunities(story, random);
        Instant now = Instant.parse("2026-03-28T21:30:00Z");
        while (story.facts().size() < facts) {
            now = now.plusSeconds(random.nextInt(14_400));
            communities.next(now);
        }
        return story;
    }

    private static InMemoryDocuments folded(List<Recorded<?>> facts) {
        InMemoryDocuments documents = new InMemoryDocuments(new CommunityFold());
        facts.forEach(documents::apply);
        return documents;
    }

    /** Reads everything up to the moment, and knows no spells. */
    private static Map<String, CoverageState> bruteForce(List<Recorded<?>> facts, Instant at) {
        Map<OfficerId, Officer> officers = new HashMap<>();
        Map<CommunityId, Set<String>> known = new HashMap<>();
        Set<CommunityId> served = new HashSet<>();
        for (Recorded<?> recorded : facts) {
            if (recorded.occurredAt().isAfter(at)) {
                continue;
            }
            switch (recorded.fact()) {
                case OfficerFact fact -> {
                    Officer officer = officers.compute(
                            fact.officer(), (id, before) -> Officer.evolve(before, fact, recorded.occurredAt()));
                    if (Objects.requireNonNull(officer).isPresent()) {
                        served.add(officer.community());
                    }
                }
                case CommunityFact fact -> {
                    Set<String> said = known.computeIfAbsent(fact.community(), id -> new HashSet<>());
                    if (fact instanceof MemorandumSigned) {
                        said.add("memorandum");
                    }
                }
                default -> {}
            }
        }
        Map<String, CoverageState> states = new TreeMap<>();
        known.forEach((community, said) -> {
            Set<OfficerState> now = new HashSet<>();
            officers.values().stream()
                    .filter(officer -> officer.community().equals(community))
                    .forEach(officer -> now.add(officer.state()));
            states.put(
                    community.value(),
                    now.contains(OfficerState.ASSIGNED)
                            ? CoverageState.COVERED
                            : served.contains(community)
                                    ? CoverageState.VACANT
                                    : now.contains(OfficerState.IN_TRAINING) || now.contains(OfficerState.CERTIFIED)
                                            ? CoverageState.TRAINING
                                            : now.contains(OfficerState.CANDIDATE)
                                                    ? CoverageState.SELECTING
                                                    : said.contains("memorandum")
                                                            ? CoverageState.MEMORANDUM
                                                            : CoverageState.UNCOVERED);
        });
        return states;
    }
}
