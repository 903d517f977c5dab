package io.dovira.eventstore.log;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the process that looks for new events. Looks again at once after an append of this process, after the shortest poll while
 * events come, more and more slowly up to the longest poll when none do, and not at all while nobody tails.
 */
final class Tailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tailer.class);
    private static final int PAGE = 1_000;
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Commits commits;
    private final Ring ring;
    private final LogMeters meters;
    private final long shortestNanos;
    private final long longestNanos;
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /** Where the next append begins; negative while the head is not known. */
    private long next = -1;

    Tailer(Commits commits, Ring ring, LogMeters meters, LogOptions options) {
        this.commits = commits;
        this.ring = ring;
        this.meters = meters;
        this.shortestNanos = options.shortestPoll().toNanos();
        this.longestNanos = options.longestPoll().toNanos();
        this.thread = Thread.ofPlatform().daemon().name("dovira-log-tailer").unstarted(this::run);
    }

    void add(Tail tail) {
        tails.add(tail);
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
        wake();
    }

    void remove(Tail tail) {
        tails.remove(tail);
    }

    /** Look now: this process has appended, or somebody has heard of an append. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        List.copyOf(tails).forEach(Tail::close);
    }

    private void run() {
        long pause = shortestNanos;
        boolean failing = false;
        while (!closed) {
            try {
                if (tails.isEmpty()) {
                    // What is missed while nobody listens is read from the collection by whoever comes next.
                    next = -1;
                    wake.acquire();
                    wake.drainPermits();
                    continue;
                }
                boolean found = look();
                if (failing) {
                    LOG.info("the log can be read again");
                    failing = false;
                }
                pause = found ? shortestNanos : Math.min(longestNanos, pause + pause / 2);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Nothing may end the only tailer of the process: every projection would stand still in silence.
                if (!failing) {
                    LOG.warn("the log cannot be read; trying again until it can", e);
                    failing = true;
                }
                next = -1;
                pause = Math.min(LONGEST_PAUSE_NANOS, Math.max(longestNanos, pause * 2));
            }
            if (await(pause)) {
                pause = shortestNanos;
            }
        }
    }

    private boolean await(long nanos) {
        try {
            boolean woken = wake.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            wake.drainPermits();
            return woken;
        } catch (InterruptedException e) {
            closed = true;
            return false;
        }
    }

    private boolean look() {
        if (next < 0) {
            long head = commits.head().last();
            ring.startAfter(head);
            next = head + 1;
            meters.headAt(head);
            notifyTails();
        }
        boolean found = false;
        CommitPage page;
        do {
            page = commits.page(next, List.of(), PAGE);
            if (!page.isEmpty()) {
                List<StoredEvent> events = page.events();
                ring.add(events);
                next = events.getLast().position() + 1;
                meters.headAt(next - 1);
                notifyTails();
                found = true;
            }
        } while (page.size() == PAGE && !closed);
        return found;
    }

    private void notifyTails() {
        for (Tail tail : tails) {
            try {
                tail.available();
            } catch (RuntimeException e) {
                LOG.warn("a reader's wake-up failed", e);
            }
        }
    }
}
