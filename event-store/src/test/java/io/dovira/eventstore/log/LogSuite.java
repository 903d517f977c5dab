package io.dovira.eventstore.log;

import io.dovira.eventstore.mongo.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a log of its own, in an empty database on the server of the suite. */
abstract class LogSuite {

    OpenLog logs;
    EventLog log;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        logs = new OpenLog(mongo());
        log = logs.open();
    }

    @AfterEach
    void close() {
        logs.close();
    }
}
