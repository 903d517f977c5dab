package io.dovira.eventstore.log;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log of one database. Positions are dense from 1 and are the commit order, however many processes write.
 *
 * <p>Any number of threads may use it, virtual ones too; one instance per process and database is enough and groups best. Once an append
 * has returned, its events survive the death of any process; what was not acknowledged may or may not be there, and repeating it with the
 * same event ids settles that. Readers see only what can not be rolled back.
 *
 * <p>The client behind the database is not closed with the log. Give it a socket timeout: the log repeats what was interrupted.
 */
public final class EventLog implements AutoCloseable {

    private final Commits commits;
    private final Appender appender;
    private final Tailer tailer;
    private final Ring ring;
    private final LogMeters meters;
    private final Duration patience;

    private EventLog(MongoDatabase database, LogOptions options) {
        this.patience = options.patience();
        this.meters = new LogMeters(options.meters());
        this.commits = new Commits(database, patience);
        this.ring = new Ring(options.recentEvents());
        this.tailer = new Tailer(commits, ring, meters, options);
        GroupWriter writer = new GroupWriter(commits, options.clock(), patience, meters);
        this.appender = new Appender(writer, meters, patience, tailer::wake);
    }

    /**
     * Opens the log, making its collection and indexes if they are not there.
     *
     * @throws LogUnavailable if the database does not answer
     */
    public static EventLog open(MongoDatabase database, LogOptions options) {
        EventLog log = new EventLog(database, options);
        reading(() -> {
            log.commits.createIndexes();
            return true;
        });
        log.appender.start();
        return log;
    }

    /**
     * Records the events as one: all of them or none, at consecutive positions, in the order given. Returns when they are safe. Callers that
     * come while another append is on its way go out together.
     *
     * @throws StreamConflict if a place in a stream is taken
     * @throws DuplicateEventId if some, but not all, of the ids are recorded
     * @throws LogUnavailable if it did not happen within the patience, or it is not known whether it did
     * @throws IllegalArgumentException if there is no event, or the events are larger than 15 MiB together
     */
    public Appended append(List<NewEvent> events) {
        Pending pending = Pending.of(events, null);
        submit(pending);
        return await(pending);
    }

    /**
     * As {@link #append}, without waiting. The future fails with what {@code append} would throw; it is completed by the writer's thread, so
     * what depends on it must be quick or go elsewhere.
     */
    public CompletableFuture<Appended> appendAsync(List<NewEvent> events) {
        Pending pending = Pending.of(events, null);
        submit(pending);
        return pending.outcome().copy();
    }

    /**
     * Records many appends, each as one, in large groups and in the order given. A conflict fails only its own append. Once an append could
     * not be recorded for lack of an answer, no later one of the bulk is recorded: a stream never goes on behind a lost event.
     *
     * @return the outcome of each, in the order given
     */
    public List<AppendOutcome> appendAll(List<List<NewEvent>> appends) {
        return new Bulk(this::submit, this::await).append(appends);
    }

    /** The last position; 0 while the log is empty. */
    public long head() {
        long head = reading(() -> commits.head().last());
        meters.headAt(head);
        return head;
    }

    /** What the clock of the database shows: one for all processes, however wrong their own are. No fact is timed by it. */
    public Instant time() {
        return reading(commits::time);
    }

    /** Everything after the position, up to the end. */
    public LogCursor read(long afterPosition) {
        return read(afterPosition, LogFilter.EVERYTHING);
    }

    /** What the filter wants after the position, up to the end. */
    public LogCursor read(long afterPosition, LogFilter filter) {
        return new LogCursor(commits, afterPosition, filter, Commits.PAGE);
    }

    /** The events of a stream from a sequence on, in order; empty for a stream that does not exist. */
    public List<StoredEvent> readStream(String stream, long fromSequence) {
        List<StoredEvent> events = new ArrayList<>();
        for (Commit commit : reading(() -> commits.ofStream(stream, fromSequence))) {
            for (StoredEvent event : commit.events()) {
                if (event.stream().equals(stream) && event.sequence() >= fromSequence) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** The events that bear one of the ids, in no certain order; ids that nothing bears are passed over. */
    public List<StoredEvent> find(Collection<String> eventIds) {
        List<StoredEvent> events = new ArrayList<>();
        Questions.ask(eventIds, some -> {
            Set<String> wanted = Set.copyOf(some);
            int before = events.size();
            for (Commit commit : reading(() -> commits.holdingIds(some))) {
                for (StoredEvent event : commit.events()) {
                    if (wanted.contains(event.id())) {
                        events.add(event);
                    }
                }
            }
            return events.size() > before;
        });
        return events;
    }

    /** Those of the streams that exist. */
    public Set<String> existing(Collection<String> streams) {
        Set<String> existing = new HashSet<>();
        Questions.ask(streams, some -> {
            Set<String> wanted = Set.copyOf(some);
            int before = existing.size();
            List<String> beginnings =
                    some.stream().map(stream -> Fields.key(stream, 0)).toList();
            for (Commit commit : reading(() -> commits.holdingKeys(beginnings))) {
                for (StoredEvent event : commit.events()) {
                    if (wanted.contains(event.stream())) {
                        existing.add(event.stream());
                    }
                }
            }
            return existing.size() > before;
        });
        return existing;
    }

    /** The sequence of the last event of the stream; empty for a stream that does not exist. */
    public OptionalLong lastSequence(String stream) {
        Commit commit = reading(() -> commits.lastOfStream(stream));
        return commit == null
                ? OptionalLong.empty()
                : commit.events().stream()
                        .filter(event -> event.stream().equals(stream))
                        .mapToLong(StoredEvent::sequence)
                        .max();
    }

    /** The event at the position; empty outside the log. */
    public Optional<StoredEvent> event(long position) {
        Commit commit = position < 1 ? null : reading(() -> commits.atOrBefore(position));
        return commit == null || commit.last() < position
                ? Optional.empty()
                : Optional.of(commit.events().get((int) (position - commit.first())));
    }

    /** All events of the append that holds the event id, in order; empty if no such event is recorded. */
    public List<StoredEvent> appendHolding(String eventId) {
        return reading(() -> commits.holdingIds(List.of(eventId))).stream()
                .findFirst()
                .map(Commit::events)
                .orElse(List.of());
    }

    /** The last position recorded at the instant or before; 0 if there is none. What was known then is everything up to it. */
    public long positionAt(Instant recordedAt) {
        Commit commit = reading(() -> commits.lastRecordedBy(recordedAt));
        return commit == null ? 0 : commit.last();
    }

    /**
     * The position right before the first event, by position, that occurred at the instant or later; the head if there is none. Reads the log
     * up to that event: for setting up a reader, not for every request.
     */
    public long positionBeforeOccurrence(Instant occurredAt) {
        Commit commit = reading(() -> commits.firstOccurringFrom(occurredAt));
        if (commit == null) {
            return head();
        }
        long before = commit.first() - 1;
        for (StoredEvent event : commit.events()) {
            if (!event.occurredAt().isBefore(occurredAt)) {
                return before;
            }
            before = event.position();
        }
        return before;
    }

    /** Follows the log from the position on. Any number of tails cost one query per poll together. */
    public Tail tail(long afterPosition) {
        return tail(afterPosition, LogFilter.EVERYTHING);
    }

    /** Follows what the filter wants from the position on. */
    public Tail tail(long afterPosition, LogFilter filter) {
        Tail tail = new Tail(this, tailer, ring, afterPosition, filter);
        tailer.add(tail);
        return tail;
    }

    /** Somebody has heard that there is something new: look now. Never needed for correctness. */
    public void wake() {
        tailer.wake();
    }

    /** Writes what waits, then stops; ends all tails. */
    @Override
    public void close() {
        appender.close();
        tailer.close();
    }

    private void submit(Pending pending) {
        appender.submit(pending);
    }

    /** Waits even when interrupted: an answer is coming, and giving up would only make it unknown. */
    private Appended await(Pending pending) {
        // The writer gives up first and knows more; this is for a writer that is stuck in the driver.
        long deadline = System.nanoTime()
                + 2 * patience.toNanos()
                + Duration.ofSeconds(1).toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pending.outcome().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    throw pending.giveUp("no answer within " + patience);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof LogException reason) {
                        throw reason;
                    }
                    throw new IllegalStateException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T extends @Nullable Object> T reading(Supplier<T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            throw LogUnavailable.reading(e);
        }
    }
}
