package io.dovira.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, for the readers at the head. Positions are dense, so the slot of an event is its position modulo the capacity:
 *
 * <pre>
 *   capacity 8, events 13..19         slot   0   1   2   3   4   5   6   7
 *   first = 13, next = 20                   16  17  18  19   -  13  14  15
 * </pre>
 *
 * <p>One thread adds (the tailer), any number read. Holds its lock for copying references only.
 */
final class Ring {

    /** What a reader finds. */
    sealed interface Found permits Events, Behind, Nothing {}

    /** The events right after its position. */
    record Events(List<StoredEvent> events) implements Found {}

    /** Its position is older than the ring: read the collection. */
    record Behind() implements Found {}

    /** Nothing came in time, or the reader was closed. */
    record Nothing() implements Found {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final @Nullable StoredEvent[] slots;

    /** The oldest event held is at {@code first}, the newest before {@code next}; 0 until the tailer knows the head. */
    private long first;

    private long next;

    Ring(int capacity) {
        this.slots = new StoredEvent[capacity];
    }

    /** Forgets everything; the next event will be the one after the position. */
    void startAfter(long position) {
        lock.lock();
        try {
            first = position + 1;
            next = first;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(List<StoredEvent> events) {
        lock.lock();
        try {
            for (StoredEvent event : events) {
                if (event.position() != next) {
                    throw new LogDamaged(next, "the tailer was given " + event.position());
                }
                slots[(int) (next % slots.length)] = event;
                next++;
            }
            first = Math.max(first, next - slots.length);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a reader at this position can go on from the ring, now or as soon as something comes. */
    boolean serves(long position) {
        lock.lock();
        try {
            return first > 0 && position + 1 >= first;
        } finally {
            lock.unlock();
        }
    }

    /** What comes after the position; waits for it. */
    Found read(long position, int max, long timeoutNanos, Wanted wanted) throws InterruptedException {
        long left = timeoutNanos;
        lock.lockInterruptibly();
        try {
            while (wanted.still()) {
                if (first > 0 && position + 1 < first) {
                    return new Behind();
                }
                if (position + 1 < next) {
                    return new Events(copy(position + 1, (int) Math.min(max, next - position - 1)));
                }
                if (left <= 0) {
                    return new Nothing();
                }
                left = changed.awaitNanos(left);
            }
            return new Nothing();
        } finally {
            lock.unlock();
        }
    }

    /** Makes every waiting reader look again whether it is still wanted. */
    void wakeAll() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEvent> copy(long from, int count) {
        List<StoredEvent> events = new ArrayList<>(count);
        for (long position = from; position < from + count; position++) {
            events.add(Objects.requireNonNull(slots[(int) (position % slots.length)]));
        }
        return events;
    }

    /** Asked by a waiting reader each time it wakes. */
    interface Wanted {
        boolean still();
    }
}
