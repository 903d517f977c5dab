package io.dovira.eventstore.axon;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.DuplicateEventId;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogException;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.StreamConflict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's storage engine. One append per unit of work; the sender's thread waits until its group is safe, which is what makes
 * groups: N senders that wait are one write.
 *
 * <p>Errors: a taken place or event id is a {@code ConcurrencyException}, or an {@code AggregateStreamCreationException} when it was to begin
 * the stream; everything else is an {@link EventStoreException}, whose cause says whether anything may be recorded.
 */
public final class LogEventStorageEngine extends BatchingEventStorageEngine {

    private static final String APPENDED = Appended.class.getName();

    private final EventLog log;
    private final Snapshots snapshots;
    private final Messages events;
    private final Messages snapshotMessages;

    private LogEventStorageEngine(Builder builder) {
        super(builder);
        this.log = Objects.requireNonNull(builder.log);
        this.snapshots = new Snapshots(Objects.requireNonNull(builder.snapshots));
        this.events = new Messages(getEventSerializer());
        this.snapshotMessages = new Messages(getSnapshotSerializer());
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            Appended appended =
                    log.append(messages.stream().map(events::toEvent).toList());
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, appended));
        } catch (LogException e) {
            handlePersistenceException(e, failed(messages, e));
        }
    }

    /** Where the log put the events of a unit of work, once it is committed; empty if it had none. */
    public static Optional<Appended> appended(UnitOfWork<?> unit) {
        return Optional.ofNullable(unit.root().getResource(APPENDED));
    }

    /** The message that was refused: Axon decides by it whether the conflict was about beginning a stream. */
    private static EventMessage<?> failed(List<? extends EventMessage<?>> messages, LogException e) {
        return switch (e) {
            case StreamConflict conflict -> at(messages, conflict.stream(), conflict.sequence());
            case DuplicateEventId duplicate -> at(messages, duplicate.stream(), duplicate.sequence());
            default -> messages.getFirst();
        };
    }

    private static EventMessage<?> at(List<? extends EventMessage<?>> messages, String stream, long sequence) {
        for (EventMessage<?> message : messages) {
            if (message instanceof DomainEventMessage<?> domain
                    && domain.getAggregateIdentifier().equals(stream)
                    && domain.getSequenceNumber() == sequence) {
                return message;
            }
        }
        return messages.getFirst();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshotMessages.toEvent(snapshot));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.find(aggregateIdentifier).map(snapshotMessages::toData).stream();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return log.readStream(identifier, firstSequenceNumber).stream().map(events::toData);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        LogCursor cursor = log.read(position(token));
        return StreamSupport.stream(new Remaining(cursor), false)
                .onClose(cursor::close)
                .map(events::toTracked);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        try (LogCursor cursor = log.read(position(lastToken))) {
            return cursor.nextBatch(batchSize).stream().map(events::toTracked).toList();
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return log.readStream(aggregateIdentifier, firstSequenceNumber).stream()
                .limit(batchSize)
                .map(events::toData)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = log.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(log.head());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return token(log.positionBeforeOccurrence(dateTime));
    }

    EventLog log() {
        return log;
    }

    /** Upcast and ready for handlers; payloads are decoded when a handler asks for them. */
    Stream<? extends TrackedEventMessage<?>> messages(Stream<StoredEvent> stored) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                stored.map(events::toTracked), getEventSerializer(), upcasterChain);
    }

    /** The position up to which the token has seen everything; a replay or a merge counts from its lower end. */
    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (plain) {
            case null -> 0;
            case GlobalSequenceTrackingToken at -> at.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a token of this log: " + plain);
        };
    }

    private static @Nullable TrackingToken token(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    /** May be asked again after it was at its end: Axon keeps the stream and comes back. */
    private static final class Remaining extends Spliterators.AbstractSpliterator<StoredEvent> {

        private final LogCursor cursor;

        private Remaining(LogCursor cursor) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.cursor = cursor;
        }

        @Override
        public boolean tryAdvance(Consumer<? super StoredEvent> action) {
            if (!cursor.hasNext()) {
                return false;
            }
            action.accept(cursor.next());
            return true;
        }
    }

    /** What the engine needs: the log, a database for snapshots, and Axon's serializers. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable EventLog log;
        private @Nullable MongoDatabase snapshots;

        private Builder() {
            persistenceExceptionResolver(e -> e instanceof StreamConflict || e instanceof DuplicateEventId);
        }

        public Builder log(EventLog eventLog) {
            this.log = eventLog;
            return this;
        }

        /** The database that holds the collection {@code snapshots}. */
        public Builder snapshots(MongoDatabase database) {
            this.snapshots = database;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        protected void validate() throws AxonConfigurationException {
            super.validate();
            if (log == null || snapshots == null) {
                throw new AxonConfigurationException("the engine needs a log and a database for snapshots");
            }
        }

        public LogEventStorageEngine build() {
            return new LogEventStorageEngine(this);
        }
    }
}
