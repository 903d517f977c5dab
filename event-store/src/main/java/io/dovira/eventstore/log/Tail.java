package io.dovira.eventstore.log;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader that never ends: first what the collection holds after its position, then each event as it comes. Delivers every wanted event
 * after its position once, in order; its position lives in memory only, so whoever must survive a crash stores {@link #position()} after
 * having acted. One thread polls; any thread may close.
 */
public final class Tail implements AutoCloseable {

    private static final long LONGEST_WAIT_FOR_TAILER_NANOS =
            Duration.ofMillis(20).toNanos();

    private final EventLog log;
    private final Tailer tailer;
    private final Ring ring;
    private final LogFilter filter;
    private volatile @Nullable Runnable onAvailable;
    private volatile boolean closed;
    private volatile long position;
    private @Nullable LogCursor behind;

    Tail(EventLog log, Tailer tailer, Ring ring, long afterPosition, LogFilter filter) {
        this.log = log;
        this.tailer = tailer;
        this.ring = ring;
        this.filter = filter;
        this.position = Math.max(0, afterPosition);
    }

    /**
     * The next events, at most {@code max}. Waits for them; empty after {@code timeout} or when closed.
     *
     * @throws LogUnavailable if it lags behind and the collection cannot be read; polling again is safe
     * @throws LogDamaged if a position is missing
     */
    public List<StoredEvent> poll(int max, Duration timeout) throws InterruptedException {
        if (max < 1) {
            throw new IllegalArgumentException("max must be positive: " + max);
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        List<StoredEvent> events = List.of();
        boolean more = true;
        while (events.isEmpty() && more && !closed) {
            if (behind == null && !ring.serves(position)) {
                // The ring does not reach back so far, or the tailer does not know the head yet: no reason to wait for
                // it.
                behind = log.read(position, filter);
            }
            long left = deadline - System.nanoTime();
            if (behind != null) {
                events = fromCollection(behind, max, left);
                more = left > 0;
            } else {
                Ring.Found found = ring.read(position, max, left, () -> !closed);
                switch (found) {
                    case Ring.Events ours -> events = wanted(ours.events());
                    case Ring.Behind ignored -> {}
                    case Ring.Nothing ignored -> more = false;
                }
            }
        }
        return events;
    }

    /** Every event up to this position was handed out, or was not wanted. */
    public long position() {
        return position;
    }

    /** Calls back, on the tailer's thread, each time that something new may be polled; must be quick and not poll by itself. */
    public void onAvailable(Runnable callback) {
        this.onAvailable = callback;
        callback.run();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Ends a waiting poll; later polls answer nothing. */
    @Override
    public void close() {
        closed = true;
        tailer.remove(this);
        ring.wakeAll();
    }

    void available() {
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    private List<StoredEvent> fromCollection(LogCursor cursor, int max, long nanosLeft) throws InterruptedException {
        List<StoredEvent> events = cursor.nextBatch(max);
        position = Math.max(position, cursor.position());
        if (events.isEmpty()) {
            behind = null;
            // At the end of the collection. If the tailer has not found the head yet, it is about to.
            long wait = Math.min(nanosLeft, LONGEST_WAIT_FOR_TAILER_NANOS);
            ring.read(position, 1, wait, () -> !closed && !ring.serves(position));
        } else if (ring.serves(position)) {
            behind = null;
        }
        return events;
    }

    private List<StoredEvent> wanted(List<StoredEvent> events) {
        position = events.getLast().position();
        return filter.wantsEverything()
                ? events
                : events.stream().filter(filter::wants).toList();
    }
}
