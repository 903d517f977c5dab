package io.dovira.query.streams;

import io.dovira.eventstore.log.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Events to record. */
final class SampleEvents {
    static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    private SampleEvents() {}

    static NewEvent event(String type) {
        return event(type, 1, "lviv-03");
    }

    static NewEvent event(String type, int revision, String office) {
        String visit = UUID.randomUUID().toString();
        return new NewEvent(
                UUID.randomUUID().toString(),
                type,
                revision,
                "visit-" + visit,
                0,
                NINE,
                List.of(),
                new BsonDocument("visit", new BsonString(visit)).append("leg", new BsonInt32(1)),
                new BsonDocument("office", new BsonString(office)).append("actor", new BsonString("p-7f31c2")));
    }
}
