package io.dovira.query.platform.projector;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Views;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where positions, claims and dead letters are kept: collections {@code tokens} and {@code dead_letters} of the views' database. */
final class Storage {

    private static final String TOKENS = "tokens";
    private static final String DEAD_LETTERS = "dead_letters";
    private static final String NAME = "processorName";

    private final MongoDatabase database;
    private final MongoTemplate template;
    private final Serializer serializer = Jackson3Serializer.builder().build();

    Storage(MongoClient client, MongoDatabase database) {
        this.database = database;
        this.template = DefaultMongoTemplate.builder()
                .mongoDatabase(client, database.getName())
                .trackingTokensCollectionName(TOKENS)
                .deadLetterCollectionName(DEAD_LETTERS)
                .build();
    }

    MongoDatabase database() {
        return database;
    }

    /**
     * @param owner names this process; unique, a restarted process is another owner
     * @param timeout after which the claim of an owner that shows no sign of life may be taken
     */
    TokenStore tokens(String owner, Duration timeout) {
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(serializer)
                .contentType(String.class)
                .nodeId(owner)
                .claimTimeout(timeout)
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    StoredLetters deadLetters(Build build) {
        return new StoredLetters(template.deadLetterCollection(), build, serializer);
    }

    /** The stored position of a build, whoever owns it; 0 if it has never run. */
    long position(Build build) {
        Document stored = database.getCollection(TOKENS)
                .find(Filters.eq(NAME, build.name()))
                .first();
        if (stored == null || stored.getString("token") == null) {
            return 0;
        }
        TrackingToken token = serializer.deserialize(new SimpleSerializedObject<>(
                stored.getString("token"), String.class, stored.getString("tokenType"), null));
        return token.position().orElse(0);
    }

    /** The newest version that has a position, of those that were filled before it was recorded which one is shown; null if there is none. */
    @Nullable
    Build newestOf(String projection) {
        Pattern first = Pattern.compile(Pattern.quote(projection) + "_v(\\d+)");
        Build newest = null;
        for (String name : database.getCollection(TOKENS).distinct(NAME, String.class)) {
            Matcher found = first.matcher(name);
            if (found.matches()) {
                int version = Integer.parseInt(found.group(1));
                if (newest == null || newest.version() < version) {
                    newest = Build.first(projection, version);
                }
            }
        }
        return newest;
    }

    /** The kinds of documents that a build has, in the order of their names. */
    SortedSet<String> kinds(Build build) {
        String prefix = build.collection("");
        SortedSet<String> kinds = new TreeSet<>();
        for (String collection : database.listCollectionNames()) {
            if (collection.startsWith(prefix)) {
                kinds.add(collection.substring(prefix.length()));
            }
        }
        return kinds;
    }

    /** Makes the indexes that are not there; harmless when several services begin at once. */
    void index(Build build, List<Views.Index> indexes) {
        for (Views.Index index : indexes) {
            database.getCollection(build.collection(index.kind())).createIndex(index.keys());
        }
    }

    /** Removes everything that a build has. Nobody may be filling it. */
    void remove(Build build) {
        kinds(build)
                .forEach(kind -> database.getCollection(build.collection(kind)).drop());
        deadLetters(build).clear();
        new Settled(database, build).remove();
        new Journal(database, build).remove();
        // Last: while it is there the build can be claimed, and so removed again.
        database.getCollection(TOKENS).deleteMany(Filters.eq(NAME, build.name()));
    }
}
