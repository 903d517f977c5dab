package io.dovira.eventstore.seal;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealerIT extends SealerContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.embedded();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
