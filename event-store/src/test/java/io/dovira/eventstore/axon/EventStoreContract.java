package io.dovira.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.mongo.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon and the handlers behind it see of the log. */
abstract class EventStoreContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private MongoDatabase database;
    private EventLog log;
    private LogEventStore store;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        database = mongo().newDatabase();
        log = EventLog.open(database, LogOptions.defaults());
        store = store(log);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private LogEventStore store(EventLog of) {
        FactSerializer serializer = new FactSerializer(Desk.TYPES);
        return LogEventStore.builder()
                .engine(LogEventStorageEngine.builder()
                        .log(of)
                        .snapshots(database)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .upcasterChain(new EventUpcasterChain(new HoursWereEight()))
                        .build())
                .build();
    }

    @Test
    void storesPlainFieldsAndNoClassName() {
        store.publish(opened("desk-1", 0, Map.of("actor", "a-7", "attempt", 2)));
        Document commit =
                Objects.requireNonNull(database.getCollection("commits").find().first());
        Document event = commit.getList("ev", Document.class).getFirst();
        assertThat(event.getString("type")).isEqualTo("desk.opened");
        assertThat(event.getInteger("rev")).isEqualTo(2);
        assertThat(event.get("pl")).isEqualTo(new Document("desk", "desk-1").append("hours", 9));
        assertThat(event.get("meta")).isEqualTo(new Document(Map.of("actor", "a-7", "attempt", "2", "agg", "desk")));
        assertThat(commit.toJson()).doesNotContain("io.dovira");
    }

    @Test
    void tellsHandlersWhenItHappenedAndWhereAndWhenItWasRecorded() {
        store.publish(opened("desk-1", 0, Map.of("occurredAt", MORNING.toString(), "position", "77")));
        DomainEventMessage<?> read = store.readEvents("desk-1").next();
        assertThat(read.getTimestamp()).isEqualTo(MORNING);
        LogPlace place = LogPlace.of(read).orElseThrow();
        assertThat(place.position()).isEqualTo(1);
        assertThat(place.recordedAt()).isEqualTo(log.event(1).orElseThrow().recordedAt());
        assertThat(read.getMetaData().keySet()).containsExactlyInAnyOrder("position", "recordedAt");
        assertThat(LogPlace.of(opened("desk-2", 0, Map.of()))).isEmpty();
    }

    @Test
    void upcastsWhatAnOlderRevisionWrote() {
        NewEvent old = new NewEvent(
                "e-1",
                "desk.opened",
                1,
                "desk-1",
                0,
                MORNING,
                List.of(),
                BsonDocument.parse("{desk: 'desk-1'}"),
                new BsonDocument());
        log.append(List.of(old));
        assertThat(store.readEvents("desk-1").next().getPayload()).isEqualTo(new Desk.Opened("desk-1", 8));
        assertThat(messages(store, null, 1).getFirst().getPayload()).isEqualTo(new Desk.Opened("desk-1", 8));
    }

    @Test
    void refusesATakenPlaceInAxonsWords() {
        store.publish(opened("desk-1", 0, Map.of()));
        assertThatThrownBy(() -> store.publish(opened("desk-1", 0, Map.of())))
                .isInstanceOf(AggregateStreamCreationException.class);
        store.publish(opened("desk-1", 1, Map.of()));
        // The first of the two is fine: what was refused is the second, and that decides.
        assertThatThrownBy(() -> store.publish(opened("desk-2", 0, Map.of()), opened("desk-1", 1, Map.of())))
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void streamsFromATokenInsideAnAppend() {
        store.publish(opened("desk-1", 0, Map.of()), opened("desk-1", 1, Map.of()), opened("desk-1", 2, Map.of()));
        assertThat(messages(store, new GlobalSequenceTrackingToken(2), 1))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void callsBackOnceTheEventCanBeRead() throws InterruptedException {
        EventLog other = EventLog.open(database, LogOptions.defaults());
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            AtomicInteger readable = new AtomicInteger();
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.setOnAvailableCallback(() -> readable.set((int) log.head())))
                    .isTrue();
            store(other).publish(opened("desk-1", 0, Map.of()));
            await().atMost(LIMIT).until(() -> readable.get() == 1);
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(stream.peek()).isPresent();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Desk.Opened("desk-1", 9));
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            other.close();
        }
    }

    @Test
    void feedsAPooledProcessorLiveAndAgainWhenReset() {
        try (Processor processor = new Processor(store)) {
            IntStream.range(0, 50).forEach(i -> store.publish(opened("desk-1", i, Map.of())));
            await().atMost(LIMIT).until(() -> processor.positions().size() == 50);
            processor.replay();
            await().atMost(LIMIT).until(() -> processor.positions().size() == 100);
            store.publish(opened("desk-1", 50, Map.of()));
            await().atMost(LIMIT).until(() -> processor.positions().size() == 101);
            List<Integer> expected =
                    new ArrayList<>(IntStream.rangeClosed(1, 50).boxed().toList());
            expected.addAll(IntStream.rangeClosed(1, 51).boxed().toList());
            assertThat(processor.positions()).isEqualTo(expected);
        }
    }

    private static EventMessage<?> opened(String desk, long sequence, Map<String, ?> metaData) {
        return new GenericDomainEventMessage<>(
                "desk",
                desk,
                sequence,
                new Desk.Opened(desk, 9),
                MetaData.from(metaData),
                UUID.randomUUID().toString(),
                Instant.now());
    }

    private static List<TrackedEventMessage<?>> messages(
            LogEventStore store, @org.jspecify.annotations.Nullable GlobalSequenceTrackingToken after, int count) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(after)) {
            while (messages.size() < count) {
                messages.add(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    /** The first revision did not tell the hours: they were eight. */
    private static final class HoursWereEight extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("desk.opened", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("desk.opened", "2"), BsonDocument.class, old -> {
                BsonDocument upcast = new BsonDocument();
                upcast.putAll(old);
                return upcast.append("hours", new BsonInt32(8));
            });
        }
    }
}
