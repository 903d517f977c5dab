package io.dovira.eventstore.axon;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.mongo.TestMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's suite for storage engines, all 28 tests as they are. */
abstract class EngineTck extends BatchingEventStorageEngineTest<LogEventStorageEngine, LogEventStorageEngine.Builder> {

    private final List<EventLog> opened = new ArrayList<>();
    private MongoDatabase database;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        database = mongo().newDatabase();
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        opened.forEach(EventLog::close);
    }

    @Override
    protected LogEventStorageEngine createEngine(UnaryOperator<LogEventStorageEngine.Builder> customization) {
        EventLog log = EventLog.open(database, LogOptions.defaults());
        opened.add(log);
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        return customization
                .apply(LogEventStorageEngine.builder()
                        .log(log)
                        .snapshots(database)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer))
                .build();
    }
}
