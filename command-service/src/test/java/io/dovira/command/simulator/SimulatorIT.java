package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorIT {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Instant NOON = Instant.parse("2026-03-04T10:00:00Z");
    private static final SimulatorProperties PROPERTIES = new SimulatorProperties(7, 2, 2, KYIV);

    private EmbeddedMongo mongo;
    private MongoClient client;
    private EventLog log;

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.start(0, null);
        client = MongoClients.create(mongo.uri() + "/?retryWrites=false");
        log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults());
    }

    @AfterEach
    void close() {
        log.close();
        client.close();
        mongo.close();
    }

    @Test
    void goesOnWhereItEndedAndRecordsNothingTwice() {
        recordUntil(NOON);
        assertThat(ids(recorded())).isEqualTo(expectedUntil(NOON));

        recordUntil(NOON.plus(Duration.ofHours(30)));
        List<StoredEvent> after = recorded();
        assertThat(ids(after)).isEqualTo(expectedUntil(NOON.plus(Duration.ofHours(30))));
        assertThat(after).hasSameSizeAs(ids(after));
    }

    @Test
    void marksEveryFactAsSimulated() {
        recordUntil(NOON);

        assertThat(recorded()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.meta().getString("origin").getValue()).isEqualTo("SIMULATED");
            assertThat(event.meta().getString("office").getValue()).startsWith("sim-");
        });
    }

    @Test
    void leavesAStreamAloneThatSomebodyElseContinues() {
        recordUntil(NOON);
        StoredEvent theirs = lastOfAnOpenVisit();
        log.append(List.of(new NewEvent(
                "by-hand",
                "visit.visitor-abandoned",
                1,
                theirs.stream(),
                theirs.sequence() + 1,
                NOON,
                List.of(),
                new BsonDocument(),
                theirs.meta())));

        Instant later = NOON.plus(Duration.ofHours(6));
        recordUntil(later);

        assertThat(log.readStream(theirs.stream(), theirs.sequence() + 1))
                .extracting(StoredEvent::id)
                .containsExactly("by-hand");
        Set<String> missing = new HashSet<>(expectedUntil(later));
        missing.removeAll(ids(recorded()));
        assertThat(missing).allSatisfy(id -> assertThat(streamOf(id, later)).isEqualTo(theirs.stream()));
    }

    @Test
    void takesTheNextFreeNumberWhenSomebodyElseDrewOne() {
        recordUntil(NOON);
        String register = recorded().stream()
                .filter(event -> event.type().equals("register.number-drawn"))
                .findFirst()
                .orElseThrow()
                .stream();
        StoredEvent last = log.readStream(register, 0).getLast();
        long theirs = last.sequence() + 1;
        BsonDocument payload = new BsonDocument();
        payload.putAll(last.payload());
        payload.put("number", new BsonInt32((int) theirs + 1));
        log.append(List.of(new NewEvent(
                "drawn-by-hand", last.type(), 1, register, theirs, NOON, List.of(), payload, last.meta())));

        Instant later = NOON.plus(Duration.ofHours(30));
        recordUntil(later);

        List<StoredEvent> numbers = log.readStream(register, 0);
        assertThat(numbers)
                .hasSizeGreaterThan((int) theirs + 1)
                .allSatisfy(
                        event -> assertThat(event.payload().getInt32("number").getValue())
                                .isEqualTo((int) event.sequence() + 1));
        assertThat(ids(recorded())).containsAll(expectedUntil(later));
        assertThat(recorded().stream()
                        .filter(event -> event.type().equals("appeal.appeal-registered"))
                        .map(event -> event.payload().getString("number").getValue()))
                .doesNotHaveDuplicates();
    }

    /** A clock that stands still: the simulator records everything due until then, and waits. */
    private void recordUntil(Instant now) {
        Simulator simulator = new Simulator(log, PROPERTIES, Clock.fixed(now, ZoneOffset.UTC));
        simulator.start();
        await().until(simulator::isLive);
        simulator.stop();
    }

    private StoredEvent lastOfAnOpenVisit() {
        Set<String> goesOn = new HashSet<>();
        for (SimulatedFact fact : facts(NOON.plus(Duration.ofHours(6)))) {
            if (!fact.at().isBefore(NOON)
                    && fact.sequence() > 0
                    && fact.stream().startsWith("visit-")) {
                goesOn.add(fact.stream());
            }
        }
        return goesOn.stream()
                .flatMap(stream -> log.readStream(stream, 0).reversed().stream().limit(1))
                .findFirst()
                .orElseThrow();
    }

    private List<StoredEvent> recorded() {
        List<StoredEvent> events = new ArrayList<>();
        try (var cursor = log.read(0)) {
            for (var batch = cursor.nextBatch(1_000); !batch.isEmpty(); batch = cursor.nextBatch(1_000)) {
                events.addAll(batch);
            }
        }
        return events;
    }

    private static Set<String> ids(List<StoredEvent> events) {
        Set<String> ids = new TreeSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }

    private static Set<String> expectedUntil(Instant end) {
        Set<String> ids = new TreeSet<>();
        facts(end).forEach(fact -> ids.add(fact.eventId()));
        return ids;
    }

    private static String streamOf(String eventId, Instant end) {
        return facts(end).stream()
                .filter(fact -> fact.eventId().equals(eventId))
                .map(SimulatedFact::stream)
                .findFirst()
                .orElseThrow();
    }

    private static List<SimulatedFact> facts(Instant end) {
        Instant start = Instant.parse("2026-03-01T22:00:00Z");
        List<SimulatedFact> facts = new ArrayList<>();
        List<OfficeProfile> offices = SimulatedRegion.offices(PROPERTIES.seed(), PROPERTIES.offices());
        for (Simulation simulation : SimulatedRegion.simulations(offices, PROPERTIES.seed(), start)) {
            new Feed(simulation).takeUntil(end).forEach(commit -> facts.addAll(commit.facts()));
        }
        return facts;
    }
}
