package io.dovira.eventstore.log;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the MongoDB that {@code DOVIRA_TEST_MONGODB_URI} names. */
class LookupOnMongoIT extends LookupContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.external();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
