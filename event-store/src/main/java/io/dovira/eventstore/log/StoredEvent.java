package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;

/**
 * An event as it stands in the log. Payload and meta are decoded when they are first looked at, so skipping an event by its type is cheap.
 *
 * @param position its place among all events: dense, from 1, the commit order
 * @param recordedAt when the log learnt of it; never decreases from one position to the next
 * @see NewEvent for the other components
 */
public record StoredEvent(
        long position,
        Instant recordedAt,
        String id,
        String type,
        int revision,
        String stream,
        long sequence,
        Instant occurredAt,
        List<String> tags,
        BsonDocument payload,
        BsonDocument meta) {}
