package io.dovira.query.platform.projector;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Facts per second over the last seconds, seen from the positions alone, so that it can be told of a build that runs elsewhere too. Thread-safe. */
final class Speed {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final ReentrantLock lock = new ReentrantLock();
    private long at = -1;
    private long atNanos;
    private double rate;

    /** The position now; to be told a few times a second, more often does no harm. */
    void at(long position) {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (at < 0) {
                at = position;
                atNanos = now;
                return;
            }
            long elapsed = now - atNanos;
            if (elapsed > WINDOW_NANOS / 2) {
                rate = Math.max(0, position - at) * 1e9 / elapsed;
                at = position;
                atNanos = now;
            } else if (rate == 0 && elapsed > WINDOW_NANOS / 16) {
                // The first figure need not wait.
                rate = Math.max(0, position - at) * 1e9 / elapsed;
            }
        } finally {
            lock.unlock();
        }
    }

    double perSecond() {
        lock.lock();
        try {
            return rate;
        } finally {
            lock.unlock();
        }
    }
}
