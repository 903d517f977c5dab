package io.dovira.eventstore.log;

import io.dovira.eventstore.mongo.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The log on the embedded server. */
class LogIT extends LogContract {

    private static TestMongo mongo;

    @BeforeAll
    static void start() {
        mongo = TestMongo.embedded();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    TestMongo mongo() {
        return mongo;
    }
}
