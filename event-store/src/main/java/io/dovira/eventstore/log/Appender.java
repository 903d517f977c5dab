package io.dovira.eventstore.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the process. While a group is on its way, new appends wait; together they are the next group. An append that comes to a
 * writer at rest goes out at once.
 *
 * <p>Callers that are answered together come back together, a moment after the writer is free. Would it go on at once, they would travel in two
 * halves by turns, each at the price of a whole. So after an answer, and for a small part of the time that took, it waits until as many are there as
 * were under way.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    /** A group is bounded so that one slow answer does not delay too many, and by MongoDB's message size (48 MB). */
    static final int MOST_APPENDS = 1_000;

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_WAITING = 100_000;

    /** The part of the time of the last group for which the next one may be held up. */
    private static final int GATHERING = 8;

    private static final long LONGEST_GATHERING_NANOS = 1_000_000;
    private static final long GATHERING_STEP_NANOS = 20_000;

    private final LinkedBlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final GroupWriter writer;
    private final LogMeters meters;
    private final Runnable afterGroup;
    private final Duration patience;
    private final ReentrantLock gate = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;

    // Touched by the writer's thread only.
    private int waitingAtAnswer;
    private int underWay;
    private long gatherUntil;

    Appender(GroupWriter writer, LogMeters meters, Duration patience, Runnable afterGroup) {
        this.writer = writer;
        this.meters = meters;
        this.patience = patience;
        this.afterGroup = afterGroup;
        // Counted before anybody hears the answer and comes again, or a lone caller would be taken for two.
        writer.beforeAnswers(() -> waitingAtAnswer = waiting.size());
        this.thread = Thread.ofPlatform().daemon().name("dovira-log-appender").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Hands over an append; its outcome is completed by the writer. */
    void submit(Pending pending) {
        gate.lock();
        try {
            if (closed) {
                pending.unavailable("the log is closed", null);
            } else if (!waiting.offer(pending)) {
                pending.unavailable(MOST_WAITING + " appends wait already", null);
            }
        } finally {
            gate.unlock();
        }
    }

    /** Writes what was handed over, then stops. */
    @Override
    public void close() {
        gate.lock();
        try {
            closed = true;
        } finally {
            gate.unlock();
        }
        try {
            if (!thread.join(patience.plusSeconds(1))) {
                LOG.warn("the database does not answer; appends that wait are given up");
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!(closed && waiting.isEmpty())) {
                Pending first = await();
                if (first != null) {
                    gather();
                    List<Pending> group = group(first);
                    long sent = System.nanoTime();
                    write(group);
                    underWay = Math.min(MOST_APPENDS, group.size() + waitingAtAnswer);
                    long answered = System.nanoTime();
                    gatherUntil = answered + Math.min(LONGEST_GATHERING_NANOS, (answered - sent) / GATHERING);
                }
            }
        } finally {
            closed = true;
            giveUp(new ArrayList<>(waiting), "the log is closed", null);
        }
    }

    private @Nullable Pending await() {
        try {
            return waiting.poll(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only close() interrupts.
            throw new IllegalStateException("interrupted while closing", e);
        }
    }

    private void gather() {
        while (waiting.size() + 1 < underWay && System.nanoTime() < gatherUntil) {
            LockSupport.parkNanos(GATHERING_STEP_NANOS);
        }
    }

    private List<Pending> group(Pending first) {
        List<Pending> group = new ArrayList<>();
        int bytes = 0;
        Pending next = first;
        while (next != null) {
            bytes += next.bytes();
            group.add(next);
            Pending candidate = waiting.peek();
            boolean fits = candidate != null && group.size() < MOST_APPENDS && bytes + candidate.bytes() <= MOST_BYTES;
            next = fits ? waiting.poll() : null;
        }
        return group;
    }

    private void write(List<Pending> group) {
        try {
            writer.write(group);
        } catch (Throwable e) {
            // An Error must not end the only writer in silence; whoever waits is told that the outcome is unknown.
            LOG.error("the writer of the log failed", e);
            group.forEach(Pending::mayBeRecorded);
            giveUp(group, "the writer failed", e);
        }
        afterGroup.run();
    }

    private void giveUp(List<Pending> pendings, String why, @Nullable Throwable cause) {
        for (Pending pending : pendings) {
            if (!pending.outcome().isDone()) {
                pending.unavailable(why, cause);
                meters.failed(LogUnavailable.nothingRecorded(why, cause));
            }
        }
    }
}
