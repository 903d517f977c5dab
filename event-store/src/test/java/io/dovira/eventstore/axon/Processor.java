package io.dovira.eventstore.axon;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.annotation.MetaDataValue;

/** A pooled processor that keeps the positions it was given. */
final class Processor implements AutoCloseable {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final Keeping keeping = new Keeping();
    private final PooledStreamingEventProcessor processor;

    Processor(LogEventStore store) {
        this.processor = PooledStreamingEventProcessor.builder()
                .name("keeping")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(keeping)
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(100)
                .initialToken(source -> source.createTailToken())
                .build();
        processor.start();
    }

    List<Integer> positions() {
        return keeping.positions;
    }

    void replay() {
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
    }

    static final class Keeping {

        private final List<Integer> positions = new CopyOnWriteArrayList<>();

        @EventHandler
        @SuppressWarnings("UnusedVariable") // The type of the payload chooses the handler.
        public void on(Desk.Opened opened, @MetaDataValue("position") String position) {
            positions.add(Integer.parseInt(position));
        }
    }
}
