package io.dovira.eventstore.log;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the embedded server. */
class LookupIT extends LookupContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.embedded();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
