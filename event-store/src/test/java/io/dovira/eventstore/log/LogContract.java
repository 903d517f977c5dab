package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.NOON;
import static io.dovira.eventstore.log.Samples.event;
import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What one log promises to its callers, on any server. */
abstract class LogContract extends LogSuite {

    @Test
    void givesDensePositionsInTheOrderOfTheCommits() {
        assertThat(log.head()).isZero();
        assertThat(log.append(one("a", 0)).lastPosition()).isEqualTo(1);
        Appended two = log.append(List.of(event("a", 1), event("b", 0)));
        assertThat(two.firstPosition()).isEqualTo(2);
        assertThat(two.lastPosition()).isEqualTo(3);
        assertThat(log.head()).isEqualTo(3);
        assertThat(positions(log.read(0))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void readsBackWhatWasRecorded() {
        NewEvent event = event("a", 0);
        Appended appended = log.append(List.of(event));
        StoredEvent stored = log.event(1).orElseThrow();
        assertThat(stored)
                .isEqualTo(new StoredEvent(
                        1,
                        appended.recordedAt(),
                        event.id(),
                        event.type(),
                        event.revision(),
                        event.stream(),
                        event.sequence(),
                        event.occurredAt(),
                        event.tags(),
                        event.payload(),
                        event.meta()));
        assertThat(log.event(0)).isEmpty();
        assertThat(log.event(2)).isEmpty();
    }

    @Test
    void tellsTheTimeOfTheDatabase() {
        assertThat(log.time()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void storesThePayloadAsReadableFields() {
        log.append(one("a", 0));
        Document commit = Objects.requireNonNull(
                logs.database().getCollection("commits").find().first());
        Document event = commit.getList("ev", Document.class).getFirst();
        assertThat(event.get("pl", Document.class)).isEqualTo(new Document("number", 0L).append("desk", "desk-a"));
        assertThat(commit.getList("k", String.class)).containsExactly("a/0");
    }

    @Test
    void refusesATakenPlaceAndRecordsNothing() {
        log.append(one("a", 0));
        StreamConflict start = catchThrowableOfType(StreamConflict.class, () -> log.append(one("a", 0)));
        assertThat(start.atStart()).isTrue();
        log.append(one("a", 1));
        StreamConflict later = catchThrowableOfType(
                StreamConflict.class, () -> log.append(List.of(event("b", 0), event("a", 1), event("a", 2))));
        assertThat(later.stream()).isEqualTo("a");
        assertThat(later.sequence()).isEqualTo(1);
        assertThat(later.atStart()).isFalse();
        assertThat(log.readStream("b", 0)).isEmpty();
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void refusesAPlaceInTheMiddleOfAnEarlierAppend() {
        log.append(List.of(event("a", 0), event("a", 1)));
        assertThatThrownBy(() -> log.append(one("a", 1))).isInstanceOf(StreamConflict.class);
    }

    @Test
    void refusesTheSameIdOrPlaceTwiceInOneAppend() {
        NewEvent event = event("a", 0);
        NewEvent sameId = event(event.id(), event.type(), "a", 1);
        assertThatThrownBy(() -> log.append(List.of(event, sameId))).isInstanceOf(DuplicateEventId.class);
        assertThatThrownBy(() -> log.append(List.of(event, event("a", 0)))).isInstanceOf(StreamConflict.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void findsItsOwnEventsWhenAnAppendIsRepeated() {
        List<NewEvent> events = List.of(event("a", 0), event("b", 0));
        Appended first = log.append(events);
        log.append(one("a", 1));
        Appended again = log.append(events);
        assertThat(again)
                .isEqualTo(new Appended(first.firstPosition(), first.lastPosition(), first.recordedAt(), true));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void refusesAnAppendOfWhichOnlySomeEventsAreRecorded() {
        NewEvent recorded = event("a", 0);
        log.append(List.of(recorded));
        assertThatThrownBy(() -> log.append(List.of(recorded, event("b", 0)))).isInstanceOf(DuplicateEventId.class);
        assertThatThrownBy(() -> log.append(List.of(event(recorded.id(), recorded.type(), "c", 0))))
                .isInstanceOf(DuplicateEventId.class);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void failsOnlyTheConflictingAppendOfABulk() {
        log.append(one("taken", 0));
        List<List<NewEvent>> appends = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            appends.add(i % 100 == 50 ? one("taken", 0) : one("s" + i, 0));
        }
        List<AppendOutcome> outcomes = log.appendAll(appends);
        assertThat(outcomes).hasSize(2_500);
        long expected = 2;
        for (int i = 0; i < outcomes.size(); i++) {
            if (i % 100 == 50) {
                assertThat(outcomes.get(i))
                        .isInstanceOfSatisfying(
                                NotAppended.class,
                                not -> assertThat(not.reason()).isInstanceOf(StreamConflict.class));
            } else {
                assertThat(((Appended) outcomes.get(i)).firstPosition()).isEqualTo(expected++);
            }
        }
        assertThat(positions(log.read(0)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_476).boxed().toList());
    }

    @Test
    void readsTheRestOfAnAppendWhenThePositionLiesInsideIt() {
        log.append(one("a", 0));
        log.append(List.of(event("b", 0), event("b", 1), event("b", 2)));
        log.append(one("c", 0));
        assertThat(positions(log.read(2))).containsExactly(3L, 4L, 5L);
        assertThat(positions(log.read(4))).containsExactly(5L);
        assertThat(positions(log.read(5))).isEmpty();
        assertThat(positions(log.read(99))).isEmpty();
    }

    @Test
    void goesOnReadingAfterTheEndWhenSomethingCame() {
        LogCursor cursor = log.read(0);
        assertThat(cursor.hasNext()).isFalse();
        log.append(List.of(event("a", 0), event("a", 1)));
        assertThat(cursor.next().position()).isEqualTo(1);
        assertThat(cursor.next().position()).isEqualTo(2);
        assertThat(cursor.hasNext()).isFalse();
        log.append(one("a", 2));
        assertThat(cursor.next().position()).isEqualTo(3);
    }

    @Test
    void givesFilteredReadersOnlyWhatTheyWantAndTellsHowFarTheyAre() {
        log.append(List.of(call("a", 0, "office-1"), start("a", 1, "office-1")));
        log.append(List.of(call("b", 0, "office-2")));
        log.append(List.of(start("b", 1, "office-2")));
        LogCursor calls = log.read(0, LogFilter.types("visit.visitor-called"));
        assertThat(positions(calls)).containsExactly(1L, 3L);
        assertThat(calls.position()).isEqualTo(4);
        assertThat(positions(log.read(1, LogFilter.types("visit.visitor-called"))))
                .containsExactly(3L);
        assertThat(positions(log.read(0, LogFilter.types("visit.visitor-called", "visit.service-started"))))
                .containsExactly(1L, 2L, 3L, 4L);
        LogCursor nothing = log.read(0, LogFilter.types("no.such-type"));
        assertThat(nothing.hasNext()).isFalse();
        assertThat(nothing.position()).isEqualTo(4);
    }

    @Test
    void reportsAsReadOnlyWhatWasReadWhenSomethingComesMeanwhile() {
        LogCursor calls = log.read(0, LogFilter.types("visit.visitor-called"));
        assertThat(calls.hasNext()).isFalse();
        log.append(List.of(start("a", 0, "office-1")));
        assertThat(calls.hasNext()).isFalse();
        assertThat(calls.position()).isEqualTo(1);
        log.append(List.of(call("a", 1, "office-1")));
        assertThat(calls.next().position()).isEqualTo(2);
    }

    @Test
    void readsAcrossManyPages() {
        List<List<NewEvent>> appends = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            appends.add(List.of(event("s" + i, 0), event("s" + i, 1)));
        }
        log.appendAll(appends);
        assertThat(positions(log.read(0)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 10_000).boxed().toList());
        LogCursor batches = log.read(9_990);
        assertThat(batches.nextBatch(4))
                .extracting(StoredEvent::position)
                .containsExactly(9_991L, 9_992L, 9_993L, 9_994L);
        assertThat(batches.nextBatch(100)).hasSize(6);
        assertThat(batches.nextBatch(100)).isEmpty();
    }

    @Test
    void readsAStreamFromAnySequence() {
        log.append(List.of(event("a", 0), event("b", 0), event("a", 1)));
        log.append(List.of(event("a", 2), event("c", 0)));
        assertThat(log.readStream("a", 0)).extracting(StoredEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(log.readStream("a", 1)).extracting(StoredEvent::position).containsExactly(3L, 4L);
        assertThat(log.readStream("a", 3)).isEmpty();
        assertThat(log.readStream("nobody", 0)).isEmpty();
        assertThat(log.lastSequence("a")).hasValue(2);
        assertThat(log.lastSequence("nobody")).isEmpty();
    }

    @Test
    void acceptsAStreamThatBeginsLater() {
        log.append(one("a", 7));
        assertThat(log.readStream("a", 3)).extracting(StoredEvent::sequence).containsExactly(7L);
    }

    @Test
    void neverLetsTheRecordedTimeDecrease() {
        SteppingClock clock = new SteppingClock(NOON);
        EventLog stepping = logs.open(LogOptions.defaults().withClock(clock));
        Instant first = stepping.append(one("a", 0)).recordedAt();
        clock.set(NOON.minusSeconds(3_600));
        assertThat(stepping.append(one("a", 1)).recordedAt()).isEqualTo(first);
        // Another process, whose clock is an hour behind, reads the time off the head.
        EventLog behind = logs.open(LogOptions.defaults().withClock(clock));
        assertThat(behind.append(one("a", 2)).recordedAt()).isEqualTo(first);
        clock.set(NOON.plusSeconds(60));
        assertThat(behind.append(one("a", 3)).recordedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void knowsWhatWasKnownAtAnInstant() {
        SteppingClock clock = new SteppingClock(NOON);
        EventLog stepping = logs.open(LogOptions.defaults().withClock(clock));
        stepping.append(one("a", 0));
        stepping.append(List.of(event("a", 1), event("a", 2)));
        clock.set(NOON.plusSeconds(60));
        stepping.append(one("a", 3));
        assertThat(log.positionAt(NOON.minusMillis(1))).isZero();
        assertThat(log.positionAt(NOON)).isEqualTo(3);
        assertThat(log.positionAt(NOON.plusSeconds(59))).isEqualTo(3);
        assertThat(log.positionAt(NOON.plusSeconds(60))).isEqualTo(4);
        assertThat(log.positionAt(NOON.plusSeconds(9_999))).isEqualTo(4);
    }

    @Test
    void findsThePositionBeforeTheFirstOccurrence() {
        log.append(List.of(at("a", 0, NOON), at("a", 1, NOON.plusSeconds(10))));
        log.append(List.of(at("b", 0, NOON.plusSeconds(5))));
        assertThat(log.positionBeforeOccurrence(NOON)).isZero();
        assertThat(log.positionBeforeOccurrence(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(log.positionBeforeOccurrence(NOON.plusSeconds(11))).isEqualTo(3);
    }

    @Test
    void stopsAtAMissingPositionInsteadOfSkippingIt() {
        log.append(one("a", 0));
        log.append(one("b", 0));
        log.append(one("c", 0));
        logs.database().getCollection("commits").deleteOne(new Document("_id", 2L));
        LogCursor cursor = log.read(0);
        assertThat(catchThrowableOfType(LogDamaged.class, () -> positions(cursor))
                        .position())
                .isEqualTo(2);
    }

    @Test
    void stopsAtTheFirstDamagedAppendHoweverOftenItIsAsked() {
        for (String stream : List.of("a", "b", "c", "d")) {
            log.append(one(stream, 0));
        }
        MongoCollection<Document> commits = logs.database().getCollection("commits");
        for (long damaged : new long[] {3, 4}) {
            commits.updateOne(new Document("_id", damaged), new Document("$set", new Document("n", 7)));
        }
        // Small pages, so that the damaged one is read ahead.
        LogCursor cursor =
                new LogCursor(new Commits(logs.database(), Duration.ofSeconds(5)), 0, LogFilter.EVERYTHING, 2);
        assertThat(cursor.nextBatch(2)).extracting(StoredEvent::position).containsExactly(1L, 2L);
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(LogDamaged.class, cursor::hasNext).position())
                    .isEqualTo(3);
        }
    }

    @Test
    void refusesWhatIsTooLargeBeforeAnythingIsSent() {
        BsonDocument large = new BsonDocument("text", new BsonString("x".repeat(16 << 20)));
        NewEvent event = new NewEvent("id", "type", 1, "a", 0, NOON, List.of(), large, new BsonDocument());
        assertThatThrownBy(() -> log.append(List.of(event))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.append(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void recordsAnAppendOfManyMegabytes() {
        BsonDocument large = new BsonDocument("text", new BsonString("x".repeat(6 << 20)));
        for (int i = 0; i < 4; i++) {
            log.append(List.of(new NewEvent("id" + i, "type", 1, "a", i, NOON, List.of(), large, new BsonDocument())));
        }
        assertThat(positions(log.read(0))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void groupsAppendsThatWaitTogether() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        EventLog metered = logs.open(LogOptions.defaults().withMeters(meters));
        List<CompletableFuture<Appended>> waiting = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waiting.add(metered.appendAsync(one("s" + i, 0)));
        }
        waiting.forEach(CompletableFuture::join);
        DistributionSummary groups = meters.get("dovira.log.group").summary();
        assertThat(groups.totalAmount()).isEqualTo(500);
        assertThat(groups.count()).isLessThan(500);
        assertThat(meters.get("dovira.log.append").timer().count()).isEqualTo(500);
        assertThat(meters.get("dovira.log.head").gauge().value()).isEqualTo(500);
        assertThatThrownBy(() -> metered.append(one("s0", 0))).isInstanceOf(StreamConflict.class);
        assertThat(meters.get("dovira.log.conflicts")
                        .tag("kind", "stream")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesAppendsAfterItWasClosed() {
        log.close();
        LogUnavailable closed = catchThrowableOfType(LogUnavailable.class, () -> log.append(one("a", 0)));
        assertThat(closed.nothingRecorded()).isTrue();
        log = logs.open();
        assertThat(log.head()).isZero();
    }

    private static NewEvent call(String stream, long sequence, String office) {
        return event(UUID.randomUUID().toString(), "visit.visitor-called", stream, sequence, NOON, office);
    }

    private static NewEvent start(String stream, long sequence, String office) {
        return event(UUID.randomUUID().toString(), "visit.service-started", stream, sequence, NOON, office);
    }

    private static NewEvent at(String stream, long sequence, Instant occurredAt) {
        return event(UUID.randomUUID().toString(), "visit.visitor-called", stream, sequence, occurredAt, "office-1");
    }

    private static List<Long> positions(LogCursor cursor) {
        List<Long> positions = new ArrayList<>();
        cursor.forEachRemaining(event -> positions.add(event.position()));
        return positions;
    }
}
