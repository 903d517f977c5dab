package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.Sha256;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorIT {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Instant NOON = Instant.parse("2026-03-04T10:00:00Z");
    private static final SimulatorProperties PROPERTIES = new SimulatorProperties(7, 2, 2, 3, 1, true, KYIV);

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

    /** And as one of an office, except that of an order that holds for all. */
    @Test
    void marksEveryFactAsSimulated() {
        recordUntil(NOON);

        assertThat(recorded()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.meta().getString("origin").getValue()).isEqualTo("SIMULATED");
            if (event.stream().equals(KnownPolicies.VISIT_WAIT.stream())) {
                assertThat(event.meta().containsKey("office")).isFalse();
            } else {
                assertThat(event.meta().getString("office").getValue()).startsWith("sim-");
            }
        });
    }

    /** What is due when the simulator starts is not told as it happens: nobody can say how soon it was entered. */
    @Test
    void marksWhatIsRecordedInBulkAsHistory() {
        SimulationLog simulationLog = new SimulationLog(log, SimulatorIT::keep);
        CustodyProfile unit = SimulatedNation.units(PROPERTIES.seed(), 1).getFirst();
        Feed feed = new Feed(new CustodySimulation(unit, PROPERTIES.seed(), NOON.minus(Duration.ofDays(1))));

        long history = simulationLog.recordAll(List.of(feed.takeUntil(NOON)));
        simulationLog.forget();
        feed.takeUntil(NOON.plus(Duration.ofHours(6))).forEach(simulationLog::record);

        List<StoredEvent> all = recorded();
        assertThat(all).hasSizeGreaterThan((int) history + 20);
        assertThat(all.subList(0, (int) history)).isNotEmpty().allMatch(SimulatorIT::isHistory);
        assertThat(all.subList((int) history, all.size())).noneMatch(SimulatorIT::isHistory);
    }

    private static boolean isHistory(StoredEvent event) {
        return Meta.of(event.meta().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().asString().getValue())))
                .backfilled();
    }

    @Test
    void goesOnInAUnitWhereSomebodyElseIsAdmitted() {
        recordUntil(NOON);
        String unit = UnitFact.stream(
                SimulatedNation.units(PROPERTIES.seed(), 1).getFirst().id());
        StoredEvent last = log.readStream(unit, 0).getLast();
        log.append(List.of(new NewEvent(
                "admitted-by-hand",
                "unit.person-admitted",
                1,
                unit,
                last.sequence() + 1,
                NOON,
                List.of(),
                admitted(last),
                last.meta())));

        Instant later = NOON.plus(Duration.ofHours(30));
        recordUntil(later);
        recordUntil(later.plus(Duration.ofHours(1)));

        assertThat(ids(recorded())).containsAll(expectedUntil(later));
        List<StoredEvent> handovers = log.readStream(unit, 0).stream()
                .filter(event -> event.type().equals("unit.shift-handed-over"))
                .toList();
        assertThat(handovers).hasSizeGreaterThan(3);
        for (int i = 0; i < handovers.size(); i++) {
            assertThat(handovers.get(i).payload().getInt32("handover").getValue())
                    .isEqualTo(i + 1);
        }
    }

    private static BsonDocument admitted(StoredEvent last) {
        return new BsonDocument()
                .append("office", last.payload().get("office"))
                .append("custody", new BsonString("by-hand"))
                .append("person", new BsonString("p-1"));
    }

    @Test
    void leavesAStreamAloneThatSomebodyElseContinues() {
        recordUntil(NOON);
        StoredEvent theirs = lastOfAnOpenVisit();
        byHand(theirs.stream(), theirs.sequence() + 1);

        Instant later = NOON.plus(Duration.ofHours(6));
        recordUntil(later);

        assertThat(log.readStream(theirs.stream(), theirs.sequence() + 1))
                .extracting(StoredEvent::id)
                .containsExactly("by-hand");
        Set<String> missing = new HashSet<>(expectedUntil(later));
        missing.removeAll(ids(recorded()));
        assertThat(missing).allSatisfy(id -> assertThat(streamOf(id, later)).isEqualTo(theirs.stream()));
    }

    /** What somebody else wrote where the simulation would have gone on does not pass for its own, or all that came before it that day would be missing. */
    @Test
    void doesNotTakeWhatSomebodyElseRecordedForItsOwn() {
        recordUntil(NOON);
        Ending ending = endsWithOneFact();
        byHand(ending.last().stream(), ending.last().sequence());

        recordUntil(ending.end());

        Set<String> expected = expectedUntil(ending.end());
        expected.remove(ending.last().eventId());
        assertThat(ids(recorded())).containsAll(expected);
    }

    /** Stopped and started again while the visit goes on, it still finds that the visit is somebody else's, however far they have come. */
    @Test
    void leavesAStreamAloneAfterEachStart() {
        recordUntil(NOON);
        Instant later = NOON.plus(Duration.ofHours(6));
        List<SimulatedFact> left = longestVisitAfter(NOON, later);
        byHand(left.getFirst().stream(), left.getFirst().sequence());

        for (SimulatedFact fact : left) {
            recordUntil(fact.at().plusMillis(1));
        }
        recordUntil(later);

        assertThat(log.readStream(left.getFirst().stream(), left.getFirst().sequence()))
                .extracting(StoredEvent::id)
                .containsExactly("by-hand");
        Set<String> missing = new HashSet<>(expectedUntil(later));
        missing.removeAll(ids(recorded()));
        assertThat(missing)
                .containsExactlyInAnyOrderElementsOf(
                        left.stream().map(SimulatedFact::eventId).toList());
    }

    private void byHand(String stream, long sequence) {
        StoredEvent last = log.readStream(stream, 0).getLast();
        assertThat(last.sequence()).isEqualTo(sequence - 1);
        log.append(List.of(new NewEvent(
                "by-hand",
                "visit.visitor-abandoned",
                1,
                stream,
                sequence,
                NOON,
                List.of(),
                new BsonDocument(),
                last.meta())));
    }

    /** @param end right behind the last fact of its simulation, which is not the first after noon, but the first of its stream */
    private record Ending(SimulatedFact last, Instant end) {}

    private Ending endsWithOneFact() {
        for (List<SimulatedCommit> commits : commits(NOON.plus(Duration.ofHours(6)))) {
            List<SimulatedCommit> left = commits.stream()
                    .filter(commit -> !commit.at().isBefore(NOON))
                    .toList();
            for (int i = 1; i + 1 < left.size(); i++) {
                SimulatedFact fact = left.get(i).facts().getFirst();
                if (left.get(i).facts().size() == 1
                        && !SharedStreams.isShared(fact.fact())
                        && fact.sequence() > 0
                        && log.lastSequence(fact.stream()).orElse(-1) == fact.sequence() - 1
                        && left.get(i).at().isBefore(left.get(i + 1).at())) {
                    return new Ending(fact, left.get(i + 1).at());
                }
            }
        }
        throw new AssertionError("no simulation has such a fact");
    }

    /** The visit that somebody waits in, of which most is left. */
    private List<SimulatedFact> longestVisitAfter(Instant from, Instant end) {
        return facts(end).stream()
                .filter(fact -> !fact.at().isBefore(from) && fact.stream().startsWith("visit-"))
                .collect(Collectors.groupingBy(SimulatedFact::stream))
                .values()
                .stream()
                .filter(left -> left.getFirst().sequence() > 0)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
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

    @Test
    void givesTheNextTicketWhenSomebodyElseTookOne() {
        recordUntil(NOON);
        StoredEvent last = recorded().reversed().stream()
                .filter(event -> event.type().equals("ticket.number-drawn"))
                .findFirst()
                .orElseThrow();
        BsonDocument payload = new BsonDocument();
        payload.putAll(last.payload());
        payload.put("number", new BsonInt32((int) last.sequence() + 2));
        log.append(List.of(new NewEvent(
                "ticket-by-hand",
                last.type(),
                last.revision(),
                last.stream(),
                last.sequence() + 1,
                NOON,
                List.of(),
                payload,
                last.meta())));

        recordUntil(NOON.plus(Duration.ofHours(4)));

        List<StoredEvent> numbers = log.readStream(last.stream(), 0);
        assertThat(numbers.getLast().sequence()).isGreaterThan(last.sequence() + 1);
        for (StoredEvent drawn : numbers.subList((int) last.sequence() + 2, numbers.size())) {
            int number = drawn.payload().getInt32("number").getValue();
            assertThat(number).isEqualTo((int) drawn.sequence() + 1);
            StoredEvent ticket = log.readStream(
                            "visit-" + drawn.payload().getString("visit").getValue(), 0)
                    .get(1);
            assertThat(ticket.payload().getString("ticket").getValue()).endsWith("%03d".formatted(number));
        }
    }

    /** A clock that stands still: the simulator records everything due until then, and waits. */
    private void recordUntil(Instant now) {
        Simulator simulator = new Simulator(log, SimulatorIT::keep, PROPERTIES, Clock.fixed(now, ZoneOffset.UTC));
        simulator.start();
        await().until(simulator::isLive);
        simulator.stop();
    }

    private static String keep(FootageId owner, String sha256, byte[] content) {
        assertThat(Sha256.of(content)).isEqualTo(sha256);
        return sha256 + "-" + owner;
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

    /** What each simulation yields. */
    private static List<List<SimulatedCommit>> commits(Instant end) {
        LocalDate today = LocalDate.of(2026, 3, 4);
        return Simulations.of(
                        PROPERTIES,
                        days -> today.minusDays(days).atStartOfDay(KYIV).toInstant(),
                        office -> Optional.empty())
                .stream()
                .flatMap(List::stream)
                .map(simulation -> new Feed(simulation).takeUntil(end))
                .toList();
    }

    private static List<SimulatedFact> facts(Instant end) {
        return commits(end).stream()
                .flatMap(List::stream)
                .flatMap(commit -> commit.facts().stream())
                .toList();
    }
}
