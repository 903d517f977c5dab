package io.dovira.eventstore.axon;

import java.util.Objects;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store and event bus over the log. Its streams wake pooled processors as soon as an event can be read, instead of being polled
 * every 500 ms; all of them share the one tailer of the process.
 */
public final class LogEventStore extends AbstractEventStore {

    private final LogEventStorageEngine engine;

    private LogEventStore(Builder builder) {
        super(builder);
        this.engine = Objects.requireNonNull(builder.engine);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogMessageStream(engine, engine.log().tail(LogEventStorageEngine.position(token)));
    }

    /** The engine, and what Axon's event bus takes besides. */
    public static final class Builder extends AbstractEventStore.Builder {

        private @Nullable LogEventStorageEngine engine;

        private Builder() {}

        public Builder engine(LogEventStorageEngine logEngine) {
            super.storageEngine(logEngine);
            this.engine = logEngine;
            return this;
        }

        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            return engine((LogEventStorageEngine) storageEngine);
        }

        public LogEventStore build() {
            return new LogEventStore(this);
        }
    }
}
