package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dovira.query.platform.Build;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * The dead letters that were taken in the end. Kept for good: an owner that lost its claim in the middle of a batch may still write a letter
 * of that batch when its successor has long retried it, and the fact would be taken a second time.
 */
final class Settled {

    private final MongoCollection<BsonDocument> collection;
    private final String prefix;

    Settled(MongoDatabase database, Build build) {
        this.collection = database.getCollection("settled_letters", BsonDocument.class);
        this.prefix = build.name() + "/";
    }

    void add(List<Long> positions) {
        collection.bulkWrite(positions.stream()
                .map(position -> {
                    BsonString id = new BsonString(prefix + position);
                    BsonDocument letter = new BsonDocument("_id", id).append("position", new BsonInt64(position));
                    return new ReplaceOneModel<>(Filters.eq("_id", id), letter, new ReplaceOptions().upsert(true));
                })
                .toList());
    }

    void remove() {
        // '0' is the character after '/'.
        String end = prefix.substring(0, prefix.length() - 1) + "0";
        collection.deleteMany(and(gte("_id", prefix), lt("_id", end)));
    }

    /** Those of the positions whose letters were taken. */
    Set<Long> among(List<Long> positions) {
        Set<Long> found = new HashSet<>();
        List<String> ids = positions.stream().map(position -> prefix + position).toList();
        collection
                .find(in("_id", ids))
                .forEach(letter -> found.add(letter.getNumber("position").longValue()));
        return found;
    }
}
