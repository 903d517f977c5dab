package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.event;
import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dovira.eventstore.mongo.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one log promises to its callers, on any server. */
abstract class LogContract {

    private OpenLog logs;
    private EventLog log;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        logs = new OpenLog(mongo());
        log = logs.open();
    }

    @AfterEach
    void close() {
        logs.close();
    }

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
    void tailsWhatIsThereAndWhatComes() throws InterruptedException {
        log.append(one("a", 0));
        try (Tail tail = log.tail(0)) {
            assertThat(tail.poll(10, Duration.ofSeconds(10)))
                    .extracting(StoredEvent::position)
                    .containsExactly(1L);
            log.append(one("a", 1));
            assertThat(tail.poll(10, Duration.ofSeconds(10)))
                    .extracting(StoredEvent::position)
                    .containsExactly(2L);
            assertThat(tail.poll(10, Duration.ZERO)).isEmpty();
            assertThat(tail.position()).isEqualTo(2);
        }
    }

    private static List<Long> positions(LogCursor cursor) {
        List<Long> positions = new ArrayList<>();
        cursor.forEachRemaining(event -> positions.add(event.position()));
        return positions;
    }
}
