package io.dovira.benchmarks.peers;

import com.mongodb.client.MongoClient;
import io.dovira.events.Fact;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.axon.FactSerializer;
import io.dovira.eventstore.axon.FactTypes;
import io.dovira.eventstore.axon.LogEventStorageEngine;
import io.dovira.eventstore.axon.LogEventStore;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Our log as Axon's storage engine and event store, used as command-service uses it. */
final class DoviraAxon extends AxonEngine {

    private final MongoClient client;
    private final EventLog log;
    private final LogEventStorageEngine engine;

    DoviraAxon(String uri) {
        this.client = Mongo.client(uri);
        this.log = EventLog.open(Mongo.database(client), LogOptions.defaults());
        FactSerializer serializer = new FactSerializer(new Catalogue());
        this.engine = LogEventStorageEngine.builder()
                .log(log)
                .snapshots(Mongo.database(client))
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @Override
    public void prepare() {
        // Opening the log has made what it needs.
    }

    @Override
    public void load(List<VisitEvent> events) {
        // One append per event, as everywhere; Axon has no way to say so for many at once.
        DoviraLog.load(log, events);
    }

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @Override
    StreamableMessageSource<TrackedEventMessage<?>> source() {
        return LogEventStore.builder().engine(engine).build();
    }

    @Override
    TokenStore tokens() {
        return AxonMongo.tokens(AxonMongo.template(client));
    }

    @Override
    TransactionManager transactions() {
        return NoTransactionManager.instance();
    }

    @Override
    public void close() {
        stopFollowing();
        log.close();
        client.close();
    }

    /** The catalogue of facts, as the serializer asks for it. */
    private static final class Catalogue implements FactTypes {

        @Override
        public String nameOf(Class<?> type) {
            return Facts.nameOf(type.asSubclass(Fact.class));
        }

        @Override
        public int revisionOf(Class<?> type) {
            return Facts.revisionOf(type.asSubclass(Fact.class));
        }

        @Override
        public @Nullable Class<?> classOf(String name, int revision) {
            return Facts.typeOf(name);
        }
    }
}
