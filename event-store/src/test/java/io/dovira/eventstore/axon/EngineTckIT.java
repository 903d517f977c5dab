package io.dovira.eventstore.axon;

import io.dovira.eventstore.mongo.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On the embedded server. */
class EngineTckIT extends EngineTck {

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
