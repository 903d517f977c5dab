package io.dovira.query.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dovira.embedded.EmbeddedMongo;
import java.util.UUID;

/** One server per test JVM: the embedded one in memory, or the one that {@code DOVIRA_TEST_MONGODB_URI} names. A new database for each test. */
public final class TestMongo {

    private static final String URI = System.getenv("DOVIRA_TEST_MONGODB_URI") != null
            ? System.getenv("DOVIRA_TEST_MONGODB_URI")
            : EmbeddedMongo.start(0, null).uri();

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(URI))
            .retryWrites(false)
            .build());

    private TestMongo() {}

    public static String uri() {
        return URI;
    }

    public static MongoClient client() {
        return CLIENT;
    }

    public static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
    }
}
