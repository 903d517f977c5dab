package io.dovira.eventstore.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dovira.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A MongoDB for a suite, with databases of its own that are dropped when it closes. */
public final class TestMongo implements AutoCloseable {

    public static final String URI_VARIABLE = "DOVIRA_TEST_MONGODB_URI";

    private final @Nullable EmbeddedMongo server;
    private final String uri;
    private final MongoClient client;
    private final List<MongoDatabase> databases = new ArrayList<>();

    private TestMongo(@Nullable EmbeddedMongo server, String uri) {
        this.server = server;
        this.uri = uri;
        this.client = client(uri);
    }

    /** The embedded server, over the wire. */
    public static TestMongo embedded() {
        EmbeddedMongo server = EmbeddedMongo.start(0, null);
        return new TestMongo(server, server.uri());
    }

    /** The MongoDB of {@value #URI_VARIABLE}; skips, saying so, when there is none. */
    public static TestMongo external() {
        String uri = System.getenv(URI_VARIABLE);
        if (uri == null || uri.isBlank()) {
            System.err.println("SKIPPED on a real MongoDB: " + URI_VARIABLE + " is not set");
        }
        Assumptions.assumeTrue(uri != null && !uri.isBlank(), URI_VARIABLE + " is not set");
        return new TestMongo(null, java.util.Objects.requireNonNull(uri));
    }

    /** Another client of the same server, as another process would have. The caller closes it. */
    public static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(20, TimeUnit.SECONDS))
                .build());
    }

    public String uri() {
        return uri;
    }

    public MongoClient client() {
        return client;
    }

    /** A new, empty database with a name of its own. */
    public MongoDatabase newDatabase() {
        MongoDatabase database =
                client.getDatabase("dovira_test_" + UUID.randomUUID().toString().replace("-", ""));
        databases.add(database);
        return database;
    }

    @Override
    public void close() {
        databases.forEach(MongoDatabase::drop);
        client.close();
        if (server != null) {
            server.close();
        }
    }
}
