package io.dovira.benchmarks;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Senders that each append one event and wait for the acknowledgement, over and over, as request threads do. */
final class Senders {

    private final EventLog log;
    private final String name;

    Senders(EventLog log, String name) {
        this.log = log;
        this.name = name;
    }

    /** Appends per second over the duration. */
    double run(int senders, Duration duration) {
        LongAdder acknowledged = new LongAdder();
        long from = System.nanoTime();
        long until = from + duration.toNanos();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        String run = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        for (int s = 0; s < senders; s++) {
            String stream = run + "-" + s;
            running.add(CompletableFuture.runAsync(
                    () -> {
                        for (long sequence = 0; System.nanoTime() < until; sequence++) {
                            log.append(List.of(event(stream, sequence)));
                            acknowledged.increment();
                        }
                    },
                    task -> Thread.ofVirtual().start(task)));
        }
        running.forEach(CompletableFuture::join);
        return acknowledged.sum() * 1e9 / (System.nanoTime() - from);
    }

    /** The size of a usual fact with its envelope: a document of about 530 bytes. */
    static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "visit.visitor-called",
                1,
                stream,
                sequence,
                Instant.now(),
                List.of(),
                new BsonDocument("visit", new BsonString(stream))
                        .append("desk", new BsonString("desk-17"))
                        .append("staff", new BsonString("staff-4711"))
                        .append("leg", new BsonInt32(1))
                        .append("at", new BsonDateTime(System.currentTimeMillis())),
                new BsonDocument("actor", new BsonString("staff-4711"))
                        .append("role", new BsonString("clerk"))
                        .append("correlation", new BsonString(UUID.randomUUID().toString()))
                        .append("office", new BsonString("office-0042"))
                        .append("quality", new BsonString("EXACT"))
                        .append("origin", new BsonString("LIVE")));
    }
}
