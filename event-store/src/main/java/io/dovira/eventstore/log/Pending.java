package io.dovira.eventstore.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One append on its way into the log. Encoded by the caller's thread, so that the one writer only copies bytes; numbered by the writer,
 * again for each attempt.
 */
final class Pending {

    /** MongoDB refuses documents over 16 MiB; the rest is room for the envelope. */
    static final int LARGEST = 15 << 20;

    private enum State {
        WAITING,
        SENT,
        WITHDRAWN
    }

    private final List<NewEvent> events;
    private final BsonArray encoded;
    private final BsonArray keys;
    private final int bytes;
    private final @Nullable Pending after;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();
    private final long bornAt = System.nanoTime();

    // Touched by the writer thread only.
    private boolean maybeRecorded;
    private int collisions;

    private Pending(List<NewEvent> events, BsonArray encoded, BsonArray keys, int bytes, @Nullable Pending after) {
        this.events = events;
        this.encoded = encoded;
        this.keys = keys;
        this.bytes = bytes;
        this.after = after;
    }

    /**
     * @param after an append of the same caller that must not be overtaken: if that one may have been lost, this one is not written
     * @throws StreamConflict if two of the events want the same place
     * @throws DuplicateEventId if two of the events have the same id
     */
    static Pending of(List<NewEvent> newEvents, @Nullable Pending after) {
        List<NewEvent> events = List.copyOf(newEvents);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append needs at least one event");
        }
        Set<String> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        List<RawBsonDocument> encoded = new ArrayList<>(events.size());
        BsonArray keys = new BsonArray(events.size());
        int bytes = 0;
        // A unique index over an array does not look inside one document, so doubles within the append are found here.
        for (NewEvent event : events) {
            String key = Fields.key(event.stream(), event.sequence());
            if (!places.add(key)) {
                throw new StreamConflict(event.stream(), event.sequence());
            }
            if (!ids.add(event.id())) {
                throw new DuplicateEventId(event);
            }
            RawBsonDocument document = new RawBsonDocument(encode(event), new BsonDocumentCodec());
            encoded.add(document);
            keys.add(new BsonString(key));
            bytes += document.getByteBuffer().remaining() + key.length() + 16;
            if (bytes > LARGEST) {
                throw new IllegalArgumentException("an append is limited to " + LARGEST + " bytes");
            }
        }
        return new Pending(events, new BsonArray(encoded), keys, bytes, after);
    }

    private static BsonDocument encode(NewEvent event) {
        BsonArray tags = new BsonArray();
        event.tags().forEach(tag -> tags.add(new BsonString(tag)));
        return new BsonDocument(Fields.EVENT_ID, new BsonString(event.id()))
                .append(Fields.TYPE, new BsonString(event.type()))
                .append(Fields.REVISION, new BsonInt32(event.revision()))
                .append(Fields.STREAM, new BsonString(event.stream()))
                .append(Fields.SEQUENCE, new BsonInt64(event.sequence()))
                .append(Fields.OCCURRED_AT, new BsonDateTime(event.occurredAt().toEpochMilli()))
                .append(Fields.TAGS, tags)
                .append(Fields.PAYLOAD, event.payload())
                .append(Fields.META, event.meta());
    }

    BsonDocument at(long first, long recordedAtMillis) {
        return new BsonDocument(Fields.FIRST, new BsonInt64(first))
                .append(Fields.COUNT, new BsonInt32(events.size()))
                .append(Fields.RECORDED_AT, new BsonDateTime(recordedAtMillis))
                .append(Fields.KEYS, keys)
                .append(Fields.EVENTS, encoded);
    }

    List<NewEvent> events() {
        return events;
    }

    int size() {
        return events.size();
    }

    int bytes() {
        return bytes;
    }

    CompletableFuture<Appended> outcome() {
        return outcome;
    }

    long ageNanos() {
        return System.nanoTime() - bornAt;
    }

    /** The writer is about to send it; false if the caller has given up before, and then it may not be sent. */
    boolean send() {
        return state.compareAndSet(State.WAITING, State.SENT) || state.get() == State.SENT;
    }

    /** The caller gives up; true if it was never sent, and then nothing is or will be recorded. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    /** The caller waits no longer; what it may say about that. */
    LogUnavailable giveUp(String why) {
        if (!withdraw()) {
            return LogUnavailable.unknown(why, null);
        }
        LogUnavailable reason = LogUnavailable.nothingRecorded(why, null);
        // For those that may not overtake it.
        failed(reason);
        return reason;
    }

    /** Whether an append that this one may not overtake was lost, or may have been. */
    boolean predecessorLost() {
        return after != null
                && after.outcome.isCompletedExceptionally()
                && after.outcome.exceptionNow() instanceof LogUnavailable;
    }

    void mayBeRecorded() {
        maybeRecorded = true;
    }

    boolean maybeRecorded() {
        return maybeRecorded;
    }

    int collided() {
        return ++collisions;
    }

    void recorded(Appended appended) {
        outcome.complete(appended);
    }

    void failed(LogException reason) {
        outcome.completeExceptionally(reason);
    }

    /** Fails it, saying honestly whether something may be recorded. */
    void unavailable(String why, @Nullable Throwable cause) {
        failed(maybeRecorded ? LogUnavailable.unknown(why, cause) : LogUnavailable.nothingRecorded(why, cause));
    }
}
