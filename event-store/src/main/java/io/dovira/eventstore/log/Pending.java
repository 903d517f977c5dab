package io.dovira.eventstore.log;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One append on its way into the log. Encoded by the caller's thread, so that the one writer only copies bytes; numbered by the writer,
 * again for each attempt.
 */
final class Pending {

    private enum State {
        WAITING,
        SENT,
        WITHDRAWN
    }

    private final List<NewEvent> events;
    private final EncodedCommit encoded;
    private final @Nullable Pending after;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();
    private final long bornAt = System.nanoTime();

    // Touched by the writer thread only.
    private boolean maybeRecorded;
    private int collisions;

    private Pending(List<NewEvent> events, @Nullable Pending after) {
        this.events = events;
        this.encoded = EncodedCommit.of(events);
        this.after = after;
    }

    /**
     * @param after an append of the same caller that must not be overtaken: if that one may have been lost, this one is not written
     * @throws StreamConflict if two of the events want the same place
     * @throws DuplicateEventId if two of the events have the same id
     * @throws IllegalArgumentException if there is no event, or they are too large together
     */
    static Pending of(List<NewEvent> newEvents, @Nullable Pending after) {
        List<NewEvent> events = List.copyOf(newEvents);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append needs at least one event");
        }
        Set<String> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        // A unique index over an array does not look inside one document, so doubles within the append are found here.
        for (NewEvent event : events) {
            if (!places.add(Fields.key(event.stream(), event.sequence()))) {
                throw new StreamConflict(event.stream(), event.sequence());
            }
            if (!ids.add(event.id())) {
                throw new DuplicateEventId(event);
            }
        }
        return new Pending(events, after);
    }

    /** The document for this place; there is one of it, so an earlier one must have been sent. */
    RawBsonDocument at(long first, long recordedAtMillis) {
        return encoded.numbered(first, recordedAtMillis);
    }

    List<NewEvent> events() {
        return events;
    }

    int size() {
        return events.size();
    }

    int bytes() {
        return encoded.size();
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
