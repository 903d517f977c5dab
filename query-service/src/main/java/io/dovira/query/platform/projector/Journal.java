package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.query.platform.Build;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a projection retries, written before it begins: a retry that is interrupted by a crash is done again with the same stamps, and finds in
 * the documents how far it had come. One that is interrupted by the loss of the claim is finished by the next owner too, and both write the
 * same.
 */
final class Journal {

    private static final String AT = "at";
    private static final String FIRST_REDO = "firstRedo";

    private final MongoCollection<BsonDocument> collection;
    private final String id;

    Journal(MongoDatabase database, Build build) {
        this.collection = database.getCollection("retries", BsonDocument.class);
        this.id = build.name();
    }

    /**
     * @param at position that the projection had reached
     * @param firstRedo number of the first letter among those retried at this position
     * @param sequence whose letters they are
     * @param positions of their facts, in order
     * @param done whether it is settled; kept so that the next retry at this position knows its first number
     */
    record Retry(long at, int firstRedo, String sequence, List<Long> positions, boolean done) {

        int nextRedo() {
            return firstRedo + positions.size();
        }

        Retry settled() {
            return new Retry(at, firstRedo, sequence, positions, true);
        }
    }

    @Nullable
    Retry read() {
        BsonDocument found = collection.find(eq("_id", id)).first();
        return found == null ? null : RecordCodecs.decode(found, Retry.class);
    }

    /**
     * Writes it down, unless a later one is there.
     *
     * @return false if one is: another service has taken over and begun a retry of its own
     */
    boolean begin(Retry retry) {
        Bson earlier = or(lt(AT, retry.at()), and(eq(AT, retry.at()), lt(FIRST_REDO, retry.firstRedo())));
        try {
            // Where the stored one is not earlier the filter finds nothing, the upsert meets the key and fails.
            collection.replaceOne(and(eq("_id", id), earlier), document(retry), new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** It is done. Does nothing if a later one has been begun since. */
    void settle(Retry retry) {
        collection.replaceOne(
                and(eq("_id", id), eq(AT, retry.at()), eq(FIRST_REDO, retry.firstRedo())), document(retry.settled()));
    }

    void remove() {
        collection.deleteOne(eq("_id", id));
    }

    private BsonDocument document(Retry retry) {
        BsonDocument document = new BsonDocument("_id", new BsonString(id));
        document.putAll(RecordCodecs.encode(retry));
        return document;
    }
}
