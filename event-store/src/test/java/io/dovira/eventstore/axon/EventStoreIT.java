package io.dovira.eventstore.axon;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the embedded server. */
class EventStoreIT extends EventStoreContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.embedded();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
