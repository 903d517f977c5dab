package io.dovira.query.platform;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.codec.UnreadableRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of one kind, in one build. The stored form of a record, with three fields of ours around it:
 *
 * <pre>
 *   {_id: "sim-lviv-03", pos: 812301, waiting: 3, called: 0, ...}      pos: position of the fact that changed it last
 *                                                                      redo: only if a retried dead letter changed it, see Projector
 * </pre>
 */
public final class ViewStore<D extends Record> {

    public static final String ID = "_id";
    public static final String POSITION = "pos";
    public static final String REDO = "redo";

    private final MongoCollection<RawBsonDocument> collection;
    private final Class<D> record;
    private final Build build;

    ViewStore(MongoDatabase database, Build build, Kind<D> kind) {
        this.collection = database.getCollection(build.collection(kind.name()), RawBsonDocument.class);
        this.record = kind.record();
        this.build = build;
    }

    /** A document with its key and the position of the fact that changed it last. */
    public record Viewed<D>(String key, long position, D document) {}

    /** The document with this key; null if there is none. */
    public @Nullable D get(String key) {
        Viewed<D> found = find(key);
        return found == null ? null : found.document();
    }

    public @Nullable Viewed<D> find(String key) {
        RawBsonDocument found = collection.find(Filters.eq(ID, key)).first();
        return found == null ? null : viewed(found);
    }

    /** The documents with these keys, as far as there are any; in no order. */
    public List<Viewed<D>> all(Collection<String> keys) {
        return list(collection.find(Filters.in(ID, keys)));
    }

    /** Every document that matches; in no order. */
    public List<Viewed<D>> all(Bson filter) {
        return list(collection.find(filter));
    }

    /** The first documents that match, in an order. */
    public List<Viewed<D>> first(Bson filter, Bson order, int limit) {
        return list(collection.find(filter).sort(order).limit(limit));
    }

    /** Every document that matches, one after the other, without holding them all. */
    public void forEach(Bson filter, Consumer<Viewed<D>> consumer) {
        forEach(filter, Projections.fields(), consumer);
    }

    /** As above, and the database leaves out what the projection says; what the record needs must stay. */
    public void forEach(Bson filter, Bson projection, Consumer<Viewed<D>> consumer) {
        collection
                .find(filter)
                .projection(projection)
                .batchSize(1_000)
                .forEach(found -> consumer.accept(viewed(found)));
    }

    private List<Viewed<D>> list(FindIterable<RawBsonDocument> found) {
        List<Viewed<D>> all = new ArrayList<>();
        found.forEach(document -> all.add(viewed(document)));
        return all;
    }

    private Viewed<D> viewed(BsonDocument found) {
        try {
            return new Viewed<>(
                    found.getString(ID).getValue(),
                    found.getNumber(POSITION).longValue(),
                    RecordCodecs.decode(found, record));
        } catch (UnreadableRecord e) {
            throw Problem.madeByAnotherRelease(build.name(), e);
        }
    }
}
