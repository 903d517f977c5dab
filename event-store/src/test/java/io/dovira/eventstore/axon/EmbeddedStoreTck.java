package io.dovira.eventstore.axon;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.mongo.TestMongo;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;

/** Axon's suite for its own event store, over our engine, as it is. */
abstract class EmbeddedStoreTck extends EmbeddedEventStoreTest {

    private final List<EventLog> opened = new ArrayList<>();

    abstract TestMongo mongo();

    @AfterEach
    void close() {
        opened.forEach(EventLog::close);
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        MongoDatabase database = mongo().newDatabase();
        EventLog log = EventLog.open(database, LogOptions.defaults());
        opened.add(log);
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        return LogEventStorageEngine.builder()
                .log(log)
                .snapshots(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }
}
