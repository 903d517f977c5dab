package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Events to record. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    static NewEvent event(String stream, long sequence) {
        return event(UUID.randomUUID().toString(), "visit.visitor-called", stream, sequence);
    }

    static NewEvent event(String id, String type, String stream, long sequence) {
        return event(id, type, stream, sequence, NOON, "office-1");
    }

    static NewEvent event(String id, String type, String stream, long sequence, Instant at, String office) {
        return new NewEvent(
                id,
                type,
                1,
                stream,
                sequence,
                at,
                List.of(),
                new BsonDocument("number", new BsonInt64(sequence)).append("desk", new BsonString("desk-" + stream)),
                new BsonDocument("office", new BsonString(office)));
    }

    static List<NewEvent> one(String stream, long sequence) {
        return List.of(event(stream, sequence));
    }
}
