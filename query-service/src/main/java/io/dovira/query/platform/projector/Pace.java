package io.dovira.query.platform.projector;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How fast rebuilds may work, so that what is shown stays fresh. The projections that are shown tell how long each of their batches took; as
 * soon as one takes longer than it may, rebuilds rest more between two pieces of work, and less again while none does. Where no shown
 * projection runs in this process nobody tells, and rebuilds work a part of the time only. Thread-safe.
 *
 * <pre>
 *   share of the time that is worked     1.0 ──╮        ╭── grows by 2 % a piece
 *                                              ╰─╮  ╭───╯
 *   halved by each batch that was late           ╰──╯      never below 5 %
 * </pre>
 */
final class Pace {

    private static final double LEAST = 0.05;
    private static final double UNHEARD = 0.5;
    private static final double GROWTH = 0.02;
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final long budgetNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private double share = UNHEARD;
    private long cutAt;
    private long heardAt = System.nanoTime() - SILENCE_NANOS;

    /** @param budget how long a batch of what is shown may take */
    Pace(Duration budget) {
        this.budgetNanos = budget.toNanos();
    }

    /** A shown projection has taken a batch at the head, or looked and found nothing new (0). */
    void shown(long nanos) {
        lock.lock();
        try {
            long now = System.nanoTime();
            heardAt = now;
            // One late batch is one reason: those that were late at the same moment count as one.
            if (nanos > budgetNanos && now - cutAt > budgetNanos) {
                share = Math.max(LEAST, share / 2);
                cutAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Rests as long as the piece of work asks for. */
    void worked(long nanos) {
        long rest;
        lock.lock();
        try {
            boolean unheard = System.nanoTime() - heardAt > SILENCE_NANOS;
            share = Math.min(unheard ? UNHEARD : 1, share + GROWTH);
            rest = (long) (nanos * (1 - share) / share);
        } finally {
            lock.unlock();
        }
        if (rest > 0) {
            LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, rest));
        }
    }

    /** The part of the time that rebuilds work, 0 to 1. */
    double share() {
        lock.lock();
        try {
            return share;
        } finally {
            lock.unlock();
        }
    }
}
