package io.dovira.eventstore.axon;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the MongoDB that {@code DOVIRA_TEST_MONGODB_URI} names. */
class EventStoreOnMongoIT extends EventStoreContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.external();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
