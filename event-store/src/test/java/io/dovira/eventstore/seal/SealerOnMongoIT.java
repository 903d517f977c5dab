package io.dovira.eventstore.seal;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.mongo.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealerOnMongoIT extends SealerContract {

    @RegisterExtension
    static final TestServer SERVER = TestServer.external();

    @Override
    TestMongo mongo() {
        return SERVER.mongo();
    }
}
