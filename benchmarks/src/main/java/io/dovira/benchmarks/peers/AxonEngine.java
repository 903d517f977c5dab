package io.dovira.benchmarks.peers;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** A storage engine of Axon, used as Axon uses it: messages in, messages out, followed by a pooled streaming processor with its defaults. */
abstract class AxonEngine implements Contestant {

    /** As many as Axon's own configuration gives to the workers of a pooled processor. */
    private static final int WORKERS = 4;

    private final List<Runnable> stops = new ArrayList<>();

    /** For events and tokens of the peers; a payload's type is its class name, as Axon has it by default. */
    static Serializer json() {
        return Jackson3Serializer.builder().build();
    }

    abstract EventStorageEngine engine();

    abstract TokenStore tokens();

    abstract TransactionManager transactions();

    /** What processors follow. */
    StreamableMessageSource<TrackedEventMessage<?>> source() {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine()).build();
        stops.add(store::shutDown);
        return store;
    }

    /** Lets go of what follows, before the connections go. */
    void stopFollowing() {
        stops.reversed().forEach(Runnable::run);
    }

    @Override
    public void append(VisitEvent event) {
        engine().appendEvents(message(event));
    }

    @Override
    public void load(List<VisitEvent> events) {
        engine().appendEvents(events.stream().map(AxonEngine::message).toList());
    }

    @Override
    public void stream(Step step) {
        long position = 0;
        try (Stream<? extends TrackedEventMessage<?>> events = engine().readEvents(null, false)) {
            Iterator<? extends TrackedEventMessage<?>> iterator = events.iterator();
            while (iterator.hasNext()) {
                TrackedEventMessage<?> message = iterator.next();
                long at = ++position;
                if (!step.take(() -> recorded(at, message))) {
                    return;
                }
            }
        }
    }

    @Override
    public void follow(Consumer<String> handled) {
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("follower")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Following(handled))
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source())
                .tokenStore(tokens())
                .transactionManager(transactions())
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(WORKERS))
                .initialToken(StreamableMessageSource::createHeadToken)
                .build();
        stops.add(processor::shutDown);
        processor.start();
    }

    static DomainEventMessage<Fact> message(VisitEvent event) {
        return new GenericDomainEventMessage<>(
                "visit",
                event.stream(),
                event.sequence(),
                event.fact(),
                event.meta().asMap(),
                event.id(),
                event.at());
    }

    private static Recorded<Fact> recorded(long position, TrackedEventMessage<?> message) {
        Map<String, String> meta = new LinkedHashMap<>();
        message.getMetaData().forEach((key, value) -> meta.put(key, String.valueOf(value)));
        @Nullable DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> is ? is : null;
        return new Recorded<>(
                position,
                message.getIdentifier(),
                domain == null ? "" : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                message.getTimestamp(),
                message.getTimestamp(),
                Meta.of(meta),
                (Fact) message.getPayload());
    }

    /** The handler; public for Axon, which calls it by reflection. */
    public static final class Following {

        private final Consumer<String> handled;

        Following(Consumer<String> handled) {
            this.handled = handled;
        }

        @EventHandler
        @SuppressWarnings("UnusedVariable") // The type of the payload chooses the handler.
        public void on(Fact fact, @MessageIdentifier String id) {
            handled.accept(id);
        }
    }
}
