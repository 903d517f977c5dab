package io.dovira.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.mongo.TestMongo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitOfWorkIT {

    private static final Instant HAPPENED = Instant.parse("2026-03-02T12:00:00Z");

    record Rung(String bell) {}

    private static final class Bells implements FactTypes {
        @Override
        public String nameOf(Class<?> type) {
            return "bell.rung";
        }

        @Override
        public int revisionOf(Class<?> type) {
            return 1;
        }

        @Override
        public @Nullable Class<?> classOf(String name, int revision) {
            return Rung.class;
        }
    }

    @Test
    void tellsWhereTheEventsAreAndTakesIdAndTimeFromTheMetadata() {
        try (TestMongo mongo = TestMongo.embedded()) {
            MongoDatabase database = mongo.newDatabase();
            try (EventLog log = EventLog.open(database, LogOptions.defaults())) {
                LogEventStore store = LogEventStore.builder()
                        .engine(LogEventStorageEngine.builder()
                                .log(log)
                                .snapshots(database)
                                .eventSerializer(new FactSerializer(new Bells()))
                                .snapshotSerializer(Jackson3Serializer.builder().build())
                                .build())
                        .build();

                DefaultUnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
                store.publish(ring("bell-1", 0, "id-a"), ring("bell-2", 0, "id-b"));
                assertThat(LogEventStorageEngine.appended(unit)).isEmpty();
                unit.commit();

                assertThat(LogEventStorageEngine.appended(unit).orElseThrow().lastPosition())
                        .isEqualTo(2);
                List<StoredEvent> append = log.appendHolding("id-b");
                assertThat(append).extracting(StoredEvent::id).containsExactly("id-a", "id-b");
                assertThat(append.getFirst().occurredAt()).isEqualTo(HAPPENED);
                assertThat(append.getFirst().meta().keySet()).doesNotContain("eventId", "occurredAt");
                assertThat(log.appendHolding("id-c")).isEmpty();
            }
        }
    }

    private static GenericDomainEventMessage<Rung> ring(String stream, long sequence, String id) {
        return new GenericDomainEventMessage<>(
                "Bell",
                stream,
                sequence,
                new Rung(stream),
                Map.of("eventId", id, "occurredAt", HAPPENED.toString(), "actor", "anna"));
    }
}
