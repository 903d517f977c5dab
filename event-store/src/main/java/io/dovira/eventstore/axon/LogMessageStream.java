package io.dovira.eventstore.axon;

import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** A tail as Axon's stream of messages. One pipeline for its whole life, because an upcaster may look across events. One thread reads. */
final class LogMessageStream implements TrackingEventStream {

    private static final int BATCH = 256;

    private final Tail tail;
    private final Deque<StoredEvent> fetched = new ArrayDeque<>();
    private final Iterator<? extends TrackedEventMessage<?>> messages;
    private @Nullable TrackedEventMessage<?> peeked;

    LogMessageStream(LogEventStorageEngine engine, Tail tail) {
        this.tail = tail;
        this.messages =
                engine.messages(StreamSupport.stream(new Fetched(), false)).iterator();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        hasNextAvailable();
        return Optional.ofNullable(peeked);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peeked == null) {
            if (fetched.isEmpty()) {
                fetched.addAll(tail.poll(BATCH, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
            }
            if (messages.hasNext()) {
                peeked = messages.next();
            } else if (System.nanoTime() >= deadline || tail.isClosed()) {
                // Nothing came, or an upcaster dropped what came.
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> next = peeked;
        while (next == null) {
            if (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS) && tail.isClosed()) {
                throw new IllegalStateException("the stream is closed");
            }
            next = peeked;
        }
        peeked = null;
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        tail.onAvailable(callback);
        return true;
    }

    @Override
    public void close() {
        tail.close();
    }

    /** Hands the pipeline what was fetched; empty now does not mean empty for ever. */
    private final class Fetched extends Spliterators.AbstractSpliterator<StoredEvent> {

        private Fetched() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        }

        @Override
        public boolean tryAdvance(Consumer<? super StoredEvent> action) {
            StoredEvent next = fetched.poll();
            if (next == null) {
                return false;
            }
            action.accept(next);
            return true;
        }
    }
}
