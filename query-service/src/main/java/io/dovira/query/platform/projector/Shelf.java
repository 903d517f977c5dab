package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.ViewStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one kind: those in memory, least recently used first, over those in the database.
 *
 * <p>A document is replaced only where the stored one is older. So a service that has lost its claim without noticing can not undo what its
 * successor wrote: both compute the same history, and it only moves on.
 */
final class Shelf<D extends Record> {

    private static final int DUPLICATE_KEY = 11_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Kind<D> kind;
    private final MongoCollection<BsonDocument> collection;
    private final Map<String, Held<D>> held = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, Held<D>> dirty = new LinkedHashMap<>();

    Shelf(Kind<D> kind, MongoCollection<BsonDocument> collection) {
        this.kind = kind;
        this.collection = collection;
    }

    /** @param document null when it is known that there is none */
    record Held<D>(@Nullable D document, Stamp stamp) {}

    Kind<D> kind() {
        return kind;
    }

    Held<D> get(String key) {
        Held<D> found = held.get(key);
        if (found == null) {
            BsonDocument stored =
                    collection.find(eq(ViewStore.ID, key), BsonDocument.class).first();
            found = stored == null ? absent() : stored(stored);
            held.put(key, found);
        }
        return found;
    }

    /** Fetches those that are not in memory in one round trip. */
    void prefetch(Collection<String> keys) {
        List<String> missing =
                keys.stream().filter(key -> !held.containsKey(key)).toList();
        if (missing.size() < 2) {
            return;
        }
        missing.forEach(key -> held.put(key, absent()));
        collection
                .find(in(ViewStore.ID, missing))
                .batchSize(missing.size() + 1)
                .forEach(stored -> held.put(stored.getString(ViewStore.ID).getValue(), stored(stored)));
    }

    void put(String key, Record document, Stamp stamp) {
        Held<D> changed = new Held<>(kind.record().cast(document), stamp);
        held.put(key, changed);
        dirty.put(key, changed);
    }

    /** Writes what has changed; returns how many documents that were. */
    int write() {
        if (dirty.isEmpty()) {
            return 0;
        }
        List<WriteModel<BsonDocument>> writes = new ArrayList<>(dirty.size());
        dirty.forEach((key, changed) -> writes.add(write(key, changed)));
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            boolean onlyNewerThere = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyNewerThere) {
                throw e;
            }
        }
        int written = dirty.size();
        dirty.clear();
        return written;
    }

    /** Forgets everything, also what has changed and is not written. */
    void forget() {
        held.clear();
        dirty.clear();
    }

    /** Forgets the least recently used documents beyond the number. */
    void trim(int most) {
        Iterator<String> oldest = held.keySet().iterator();
        for (int excess = held.size() - most; excess > 0 && oldest.hasNext(); excess--) {
            oldest.next();
            oldest.remove();
        }
    }

    int size() {
        return held.size();
    }

    private WriteModel<BsonDocument> write(String key, Held<D> changed) {
        D document = changed.document();
        if (document == null) {
            throw new IllegalStateException("a document that is not there cannot have changed: " + key);
        }
        BsonDocument stored = new BsonDocument(ViewStore.ID, new BsonString(key))
                .append(ViewStore.POSITION, new BsonInt64(changed.stamp().position()));
        if (changed.stamp().redo() > 0) {
            stored.append(ViewStore.REDO, new BsonInt32(changed.stamp().redo()));
        }
        stored.putAll(RecordCodecs.encode(document));
        // Where the stored one is not older the filter finds nothing, the upsert meets the key and fails: it stays.
        return new ReplaceOneModel<>(and(eq(ViewStore.ID, key), older(changed.stamp())), stored, UPSERT);
    }

    private static Bson older(Stamp stamp) {
        Bson earlier = lt(ViewStore.POSITION, stamp.position());
        return stamp.redo() == 0
                ? earlier
                : or(
                        earlier,
                        and(
                                eq(ViewStore.POSITION, stamp.position()),
                                or(lt(ViewStore.REDO, stamp.redo()), eq(ViewStore.REDO, null))));
    }

    private Held<D> stored(BsonDocument document) {
        Stamp stamp = new Stamp(
                document.getNumber(ViewStore.POSITION).longValue(),
                document.getNumber(ViewStore.REDO, new BsonInt32(0)).intValue());
        return new Held<>(RecordCodecs.decode(document, kind.record()), stamp);
    }

    private static <D> Held<D> absent() {
        return new Held<>(null, Stamp.NEVER);
    }
}
