package io.dovira.query.platform.projector;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How fast rebuilds may work, so that what is shown stays fresh. They work in pieces of some milliseconds, and between two of them
 *
 * <ul>
 *   <li>let every batch of what is shown go first that is under way: it then waits for one piece at most, in this process and in the database;
 *   <li>rest for a share of the time, which is halved when a batch of what is shown took longer than it may, and grows slowly while none does:
 *       whatever it was that made it late, other processes too, gets some air.
 * </ul>
 *
 * <p>Where no shown projection runs in this process nobody tells, and rebuilds work a part of the time only. Thread-safe.
 *
 * <pre>
 *   share of the time that is worked     1.0 ──╮        ╭── grows by 10 % a second
 *                                              ╰─╮  ╭───╯
 *   halved by each batch that was late           ╰──╯      never below 5 %
 * </pre>
 */
final class Pace {

    private static final double LEAST = 0.05;
    private static final double UNHEARD = 0.5;
    private static final double GROWTH_PER_NANO = 0.1 / TimeUnit.SECONDS.toNanos(1);
    private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** What is shown may have so much to do that it never ends; a rebuild then still does one piece in so long a time. */
    private static final long LONGEST_COURTESY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final long budgetNanos;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;
    private final ReentrantLock lock = new ReentrantLock();
    private double share = UNHEARD;
    private long grownAt;
    private long cutAt;
    private long heardAt;
    private int underWay;

    /** @param budget how long a batch of what is shown may take */
    Pace(Duration budget) {
        this(budget, System::nanoTime, LockSupport::parkNanos);
    }

    /** @param sleep for so many nanoseconds; may end early */
    Pace(Duration budget, LongSupplier nanoTime, LongConsumer sleep) {
        this.budgetNanos = budget.toNanos();
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        grownAt = nanoTime.getAsLong();
        cutAt = grownAt - budgetNanos;
        heardAt = grownAt - SILENCE_NANOS;
    }

    /** A shown projection begins with a batch. Returns what {@link #shownEnds} wants. */
    long shownBegins() {
        lock.lock();
        try {
            underWay++;
            return nanoTime.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    /** The batch is done, or has failed. */
    void shownEnds(long began) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            underWay--;
            heardAt = now;
            // One late batch is one reason: those that were late at the same moment count as one.
            if (now - began > budgetNanos && now - cutAt > budgetNanos) {
                grow(now);
                share = Math.max(LEAST, share / 2);
                cutAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /** A shown projection has looked and found nothing new. */
    void shownIdle() {
        lock.lock();
        try {
            heardAt = nanoTime.getAsLong();
        } finally {
            lock.unlock();
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

    /** For one rebuild. */
    Work work() {
        return new Work();
    }

    /** One rebuild, as it works and rests. One thread. */
    final class Work {

        private long began = nanoTime.getAsLong();

        /** Work begins here; what went before was waiting. */
        void begins() {
            began = nanoTime.getAsLong();
        }

        /** To be called between steps that are as small as can be: rests when enough of them have become a piece. */
        void step() {
            long now = nanoTime.getAsLong();
            if (now - began >= PIECE_NANOS) {
                rest(now - began, now);
                began = nanoTime.getAsLong();
            }
        }

        private void rest(long worked, long since) {
            while (isShownUnderWay() && nanoTime.getAsLong() - since < LONGEST_COURTESY_NANOS) {
                sleep.accept(LOOK_AGAIN_NANOS);
            }
            long until = since + Math.min(LONGEST_REST_NANOS, due(worked));
            long left = until - nanoTime.getAsLong();
            if (left > 0) {
                sleep.accept(left);
            }
        }
    }

    private boolean isShownUnderWay() {
        lock.lock();
        try {
            return underWay > 0;
        } finally {
            lock.unlock();
        }
    }

    private void grow(long now) {
        boolean unheard = underWay == 0 && now - heardAt > SILENCE_NANOS;
        share = Math.min(unheard ? UNHEARD : 1, share + GROWTH_PER_NANO * (now - grownAt));
        grownAt = now;
    }

    private long due(long worked) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            grow(now);
            return (long) (worked * (1 - share) / share);
        } finally {
            lock.unlock();
        }
    }
}
