package io.dovira.query.streams;

import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that follows the log. It lives on the thread of its request (a virtual one) and writes as fast as the client reads: when the
 * connection is full, the thread waits inside the write and nothing is queued for it, so a slow client costs one page of the log. It can fall
 * behind as far as it likes, because what it reads next comes from the log.
 *
 * <pre>
 *   id: 812330          an event
 *   id: 812334          an event; the filter left out 812331 to 812333
 *   : beat              nothing new
 *   id: 812390          checkpoint: nothing selected up to here
 * </pre>
 */
final class Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int BATCH = 256;
    private static final Executor SEARCHES =
            task -> Thread.ofVirtual().name("dovira-event-search").start(task);

    private final Tail tail;
    private final Selection selection;
    private final CloudEvents encoder;
    private final Frames frames;
    private final RecentHead head;
    private final Subscribers subscribers;
    private final StreamsProperties timing;
    private final Clock clock;
    private final Duration longestPoll;
    private final Subscriber subscriber;

    private long lastFrame = System.nanoTime();
    private long lastId;

    /** Everything up to it was sent or is not wanted. */
    private long reached;

    private @Nullable CompletableFuture<List<StoredEvent>> polling;

    Subscription(
            Selection selection,
            CloudEvents encoder,
            Frames frames,
            RecentHead head,
            StreamsProperties timing,
            Clock clock,
            Subscribers subscribers,
            Subscriber subscriber) {
        this.tail = subscriber.tail();
        this.subscribers = subscribers;
        this.selection = selection;
        this.encoder = encoder;
        this.frames = frames;
        this.head = head;
        this.timing = timing;
        this.clock = clock;
        this.longestPoll = shorter(timing.heartbeat(), timing.checkpoint());
        this.subscriber = subscriber;
    }

    /**
     * Sends until the client goes, its token expires, its session ends, the subscriber is told to end, or the log is damaged.
     *
     * @throws IOException when the client is gone; how a stream usually ends
     */
    void run() throws IOException, InterruptedException {
        lastId = tail.position();
        reached = lastId;
        frames.retry(timing.retry());
        frames.checkpoint(lastId, head.get());
        frames.flush();
        while (!subscriber.isEnded() && !subscriber.client().isOver(clock.instant())) {
            List<StoredEvent> events = poll();
            if (events != null) {
                send(events);
                // Only now: while a poll is on its way, the tail may be ahead of what was sent.
                reached = tail.position();
                subscriber.reached(reached);
            }
            if (stayAlive()) {
                frames.flush();
            }
        }
    }

    /**
     * Null when there is no answer for the moment: the database still searches for what a rare filter wants, or does not answer. Nothing is lost
     * by that: the tail goes on where it was. The search has a thread of its own, so that meanwhile the client hears that we live.
     */
    private @Nullable List<StoredEvent> poll() throws InterruptedException {
        CompletableFuture<List<StoredEvent>> asked = polling;
        if (asked == null) {
            asked = CompletableFuture.supplyAsync(this::ask, SEARCHES);
            polling = asked;
        }
        try {
            List<StoredEvent> events = asked.get(longestPoll.toNanos(), TimeUnit.NANOSECONDS);
            polling = null;
            return events;
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            polling = null;
            if (e.getCause() instanceof LogUnavailable unavailable) {
                LOG.warn("the log does not answer; {} waits at {}", subscriber, reached, unavailable);
                subscriber.pause(Duration.ofSeconds(1));
                return null;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    private List<StoredEvent> ask() {
        try {
            return tail.poll(BATCH, longestPoll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a search", e);
        }
    }

    private void send(List<StoredEvent> events) throws IOException {
        int sent = 0;
        for (StoredEvent event : events) {
            if (selection.wants(event)) {
                frames.event(event.position(), encoder.encode(event));
                lastId = event.position();
                sent++;
            }
        }
        if (sent > 0) {
            frames.flush();
            lastFrame = System.nanoTime();
            subscribers.sent(subscriber, sent);
        }
    }

    private boolean stayAlive() throws IOException {
        Duration silence = Duration.ofNanos(System.nanoTime() - lastFrame);
        if (reached > lastId && silence.compareTo(timing.checkpoint()) >= 0) {
            lastId = reached;
            frames.checkpoint(lastId, Math.max(lastId, head.get()));
        } else if (silence.compareTo(timing.heartbeat()) >= 0) {
            frames.beat();
        } else {
            return false;
        }
        lastFrame = System.nanoTime();
        return true;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
