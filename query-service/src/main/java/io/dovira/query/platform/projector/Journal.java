package io.dovira.query.platform.projector;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.query.platform.Fold;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * What a projection retries, written before it begins: a retry that is interrupted by a crash is done again with the same stamps, and finds in
 * the documents how far it had come.
 */
final class Journal {

    private final MongoCollection<BsonDocument> collection;
    private final String id;

    Journal(MongoDatabase database, Fold fold) {
        this.collection = database.getCollection("retries", BsonDocument.class);
        this.id = Claim.nameOf(fold);
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
        BsonDocument found = collection.find(Filters.eq("_id", id)).first();
        return found == null ? null : RecordCodecs.decode(found, Retry.class);
    }

    void write(Retry retry) {
        BsonDocument document = new BsonDocument("_id", new BsonString(id));
        document.putAll(RecordCodecs.encode(retry));
        collection.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }
}
