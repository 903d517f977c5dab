package io.dovira.command.platform;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.axon.FactSerializer;
import io.dovira.eventstore.axon.LogEventStorageEngine;
import io.dovira.eventstore.axon.LogEventStore;
import io.dovira.eventstore.log.EventLog;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.FailingDuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Axon Framework over our log, without Axon Server. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonConfiguration {
    private static final int FACTS_BETWEEN_SNAPSHOTS = 200;

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new FactSerializer(new CatalogueTypes());
    }

    @Bean
    LogEventStorageEngine eventStorageEngine(
            EventLog log,
            MongoClient client,
            DoviraProperties properties,
            Configuration axon,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return LogEventStorageEngine.builder()
                .log(log)
                .snapshots(client.getDatabase(properties.mongodb().logDatabase()))
                .eventSerializer(events)
                .snapshotSerializer(general)
                .upcasterChain(axon.upcasterChain())
                .build();
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    EventStore eventStore(LogEventStorageEngine engine) {
        return LogEventStore.builder().engine(engine).build();
    }

    /**
     * For streams without an end: a desk has a hundred facts a day, and each call at it reads them. From time to time its state is kept, and only
     * what came after is read.
     */
    @Bean
    SnapshotTriggerDefinition longStreams(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, FACTS_BETWEEN_SNAPSHOTS);
    }

    /** An append is atomic by itself; there is nothing else to be committed with it. Axon would choose the same, silently. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    /** Handles on the thread that sends. Appends of many threads are grouped by the log, so blocking one costs nothing but that thread. */
    @Bean
    CommandBus commandBus(TransactionManager transactions) {
        return SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(FailingDuplicateCommandHandlerResolver.instance())
                .build();
    }

    /** Commands say beside them which stream they are for, so that they need no annotation of Axon's. */
    @Bean
    CommandTargetResolver streamOfCommand() {
        return new MetaDataCommandTargetResolver(Commands.STREAM);
    }

    /** Facts carry the metadata that {@link Intent} gives them and nothing that Axon would add. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return message -> Map.of();
    }
}
