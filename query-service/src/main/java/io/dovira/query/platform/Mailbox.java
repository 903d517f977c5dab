package io.dovira.query.platform;

import java.io.IOException;
import java.io.OutputStream;
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
final class Mailbox {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private boolean overflown;
    private boolean closed;

    Mailbox(int capacity) {
        this.capacity = capacity;
    }

    /** What a reader takes out: frames in order, or the word that it has lost some, or that the stream ends. */
    record Taken(List<byte[]> frames, boolean resync, boolean closed) {}

    void offer(byte[] frame) {
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
    Taken take(long timeoutNanos) throws InterruptedException {
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

    /**
     * Writes what comes, until the stream is closed.
     *
     * @param silenceNanos after which nothing is flushed, which finds out whether the reader is still there
     * @param resync gives the reader a snapshot again after it has lost frames
     * @throws IOException when the reader has gone
     */
    void deliver(OutputStream out, long silenceNanos, Runnable resync) throws IOException, InterruptedException {
        boolean open = true;
        while (open) {
            Taken taken = take(silenceNanos);
            for (byte[] frame : taken.frames()) {
                out.write(frame);
            }
            // Fails when the reader has gone, and so ends the stream.
            out.flush();
            if (taken.resync()) {
                resync.run();
            }
            open = !taken.closed();
        }
    }

    /** Ends the stream; what waits is still delivered. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
