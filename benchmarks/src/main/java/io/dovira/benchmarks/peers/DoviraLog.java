package io.dovira.benchmarks.peers;

import com.mongodb.client.MongoClient;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Our log, used as query-service uses it. */
final class DoviraLog implements Contestant {

    private static final int BATCH = 1_000;

    private final MongoClient client;
    private final EventLog log;

    DoviraLog(String uri) {
        this.client = Mongo.client(uri);
        this.log = EventLog.open(Mongo.database(client), LogOptions.defaults());
    }

    @Override
    public void prepare() {
        // Opening it has made what it needs.
    }

    @Override
    public void append(VisitEvent event) {
        log.append(List.of(stored(event)));
    }

    @Override
    public void load(List<VisitEvent> events) {
        load(log, events);
    }

    static void load(EventLog log, List<VisitEvent> events) {
        List<AppendOutcome> outcomes = log.appendAll(
                events.stream().map(event -> List.of(stored(event))).toList());
        for (AppendOutcome outcome : outcomes) {
            if (!(outcome instanceof Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
        }
    }

    @Override
    public void stream(Step step) {
        try (LogCursor cursor = log.read(0)) {
            for (var batch = cursor.nextBatch(BATCH); !batch.isEmpty(); batch = cursor.nextBatch(BATCH)) {
                for (StoredEvent event : batch) {
                    if (!step.take(() -> recorded(event))) {
                        return;
                    }
                }
            }
        }
    }

    @Override
    public void follow(Consumer<String> handled) {
        Tail tail = log.tail(log.head());
        Thread.ofPlatform().daemon().name("follower").start(() -> {
            try {
                while (!tail.isClosed()) {
                    tail.poll(BATCH, Duration.ofSeconds(1)).forEach(event -> handled.accept(event.id()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        log.close();
        client.close();
    }

    static NewEvent stored(VisitEvent event) {
        BsonDocument meta = new BsonDocument();
        event.meta().asMap().forEach((key, value) -> meta.append(key, new BsonString(value)));
        return new NewEvent(
                event.id(),
                Facts.nameOf(event.fact().getClass()),
                Facts.revisionOf(event.fact().getClass()),
                event.stream(),
                event.sequence(),
                event.at(),
                List.of(),
                RecordCodecs.encode((Record) event.fact()),
                meta);
    }

    private static Recorded<Fact> recorded(StoredEvent event) {
        return new Recorded<>(
                event.position(),
                event.id(),
                event.stream(),
                event.sequence(),
                event.occurredAt(),
                event.recordedAt(),
                Meta.of(event.metaTexts()),
                RecordCodecs.decode(event.payload(), Facts.typeOf(event.type())));
    }
}
