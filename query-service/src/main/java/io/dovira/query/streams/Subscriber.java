package io.dovira.query.streams;

import io.dovira.eventstore.log.Tail;
import io.dovira.query.platform.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What others may know of, and do to, an open stream. Thread-safe. */
final class Subscriber {
    private final long number;
    private final Client client;
    private final Selection selection;
    private final Instant since;
    private final Tail tail;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong sent = new AtomicLong();
    private volatile long position;

    Subscriber(long number, Client client, Selection selection, Instant since, Tail tail) {
        this.number = number;
        this.client = client;
        this.selection = selection;
        this.since = since;
        this.tail = tail;
        this.position = tail.position();
    }

    Client client() {
        return client;
    }

    Tail tail() {
        return tail;
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Ends the stream; a poll that waits returns at once. */
    void end() {
        ended.countDown();
        tail.close();
    }

    /** Waits, but not beyond the end. */
    void pause(Duration atMost) throws InterruptedException {
        ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void reached(long newPosition) {
        position = newPosition;
    }

    void sent(int events) {
        sent.addAndGet(events);
    }

    long lag(long head) {
        return Math.max(0, head - position);
    }

    SubscriberView view(long head) {
        return new SubscriberView(
                number, client.name(), since, selection.types(), selection.office(), position, lag(head), sent.get());
    }

    @Override
    public String toString() {
        return "subscriber " + number + " (" + client.name() + ")";
    }
}
