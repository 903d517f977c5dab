package io.dovira.eventstore.log;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.mongo.TestMongo;
import java.util.ArrayList;
import java.util.List;

/** A log in a database of its own, and further logs on the same database as other processes would have them. */
final class OpenLog implements AutoCloseable {

    private final MongoDatabase database;
    private final List<EventLog> logs = new ArrayList<>();

    OpenLog(TestMongo mongo) {
        this.database = mongo.newDatabase();
    }

    EventLog open() {
        return open(LogOptions.defaults());
    }

    EventLog open(LogOptions options) {
        EventLog log = EventLog.open(database, options);
        logs.add(log);
        return log;
    }

    MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        logs.forEach(EventLog::close);
    }
}
