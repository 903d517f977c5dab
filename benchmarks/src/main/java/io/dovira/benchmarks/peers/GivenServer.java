package io.dovira.benchmarks.peers;

import com.mongodb.client.MongoClient;
import java.util.List;

/** A MongoDB that somebody else runs. What an earlier contestant left in it is dropped. */
record GivenServer(String address) implements Server {

    private static final List<String> DATABASES =
            List.of("dovira_log", "dovira_views", "axon", "occurrent", "raw_compared");

    GivenServer {
        drop(address);
    }

    private static void drop(String address) {
        try (MongoClient client = Mongo.client(address)) {
            DATABASES.forEach(name -> client.getDatabase(name).drop());
        }
    }

    @Override
    public long process() {
        return 0;
    }

    @Override
    public void close() {
        drop(address);
    }
}
