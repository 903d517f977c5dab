package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.query.platform.Build;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands which build of a projection is shown: the collection {@code projections}, one document each. A change is made where nobody
 * has made another since it was read, so of two services that switch only one does. Thread-safe.
 */
final class BuildRegister {

    private final MongoCollection<BsonDocument> collection;
    private final Storage storage;

    BuildRegister(Storage storage) {
        this.storage = storage;
        this.collection = storage.database().getCollection("projections", BsonDocument.class);
    }

    /** What is stored; begins with the newest build that runs already, or with the first one of this version. */
    Builds read(String projection, int version) {
        Builds found = find(projection);
        while (found == null) {
            Build running = storage.newestOf(projection);
            found = begin(Builds.begin(running == null ? Build.first(projection, version) : running));
        }
        return found;
    }

    private @Nullable Builds begin(Builds first) {
        try {
            collection.insertOne(document(first));
            return first;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return find(first.projection());
            }
            throw e;
        }
    }

    private @Nullable Builds find(String projection) {
        BsonDocument found = collection.find(eq("_id", projection)).first();
        return found == null ? null : RecordCodecs.decode(found, Builds.class);
    }

    /**
     * Changes what is stored.
     *
     * @param step from what is stored to what shall be; called again if somebody else was quicker
     * @throws Builds.NotNow what the step throws
     */
    Builds change(String projection, int version, UnaryOperator<Builds> step) {
        while (true) {
            Builds before = read(projection, version);
            Builds after = step.apply(before);
            long matched = collection
                    .replaceOne(and(eq("_id", projection), eq("revision", before.revision())), document(after))
                    .getMatchedCount();
            if (matched == 1) {
                return after;
            }
        }
    }

    private static BsonDocument document(Builds builds) {
        BsonDocument document = new BsonDocument("_id", new BsonString(builds.projection()));
        document.putAll(RecordCodecs.encode(builds));
        return document;
    }
}
