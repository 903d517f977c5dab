package io.dovira.query.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The frames that wait for one reader of a stream. Bounded: a reader that is too slow loses them all and is told so, because a snapshot is smaller than
 * what it has missed. Thread-safe.
 */
public final class Mailbox {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private boolean overflown;
    private boolean closed;

    public Mailbox(int capacity) {
        this.capacity = capacity;
    }

    /** What a reader takes out: frames in order, or the word that it has lost some, or that the stream ends. */
    public record Taken(List<byte[]> frames, boolean resync, boolean closed) {}

    public void offer(byte[] frame) {
        lock.lock();
        try {
            if (closed || overflown) {
                return;
            }
            if (frames.size() == capacity) {
                frames.clear();
                overflown = true;
            } else {
                frames.add(frame);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Everything that waits; nothing after the time has passed. */
    public Taken take(long timeoutNanos) throws InterruptedException {
        long left = timeoutNanos;
        lock.lockInterruptibly();
        try {
            while (frames.isEmpty() && !overflown && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            Taken taken = new Taken(new ArrayList<>(frames), overflown, closed);
            frames.clear();
            overflown = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream; what waits is still delivered. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
