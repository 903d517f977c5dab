package io.dovira.eventstore.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;

/**
 * An event to be recorded. It has no position yet: the log gives it one.
 *
 * @param id names this fact for ever; recording the same id twice is a retry, not a second event
 * @param type stored name, such as {@code visit.visitor-called}; never a class name of ours
 * @param revision of the stored shape, from 0
 * @param stream what it belongs to, such as {@code visit-7f}; may not contain {@code /}
 * @param sequence its place in the stream, from 0; the log holds each (stream, sequence) once
 * @param occurredAt when it happened; kept to the millisecond
 * @param tags words to find it by; never personal data
 * @param payload what happened; must not be changed after it was handed over
 * @param meta who, why, where; must not be changed after it was handed over
 */
public record NewEvent(
        String id,
        String type,
        int revision,
        String stream,
        long sequence,
        Instant occurredAt,
        List<String> tags,
        BsonDocument payload,
        BsonDocument meta) {

    /** Ids, types and streams are keys of indexes; longer ones are refused. */
    static final int LONGEST_NAME = 512;

    public NewEvent {
        named("event id", id);
        named("event type", type);
        named("stream", stream);
        if (stream.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a stream may not contain '/': " + stream);
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision of " + type + " is negative: " + revision);
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence in " + stream + " is negative: " + sequence);
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        tags = List.copyOf(tags);
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(meta, "meta");
    }

    private static void named(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(what + " is longer than " + LONGEST_NAME + " characters");
        }
    }
}
