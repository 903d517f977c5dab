package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
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
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one kind: those in memory, least recently used first, over those in the database.
 *
 * <p>A document is replaced only where the stored one is older, and inserted only where there is none. So a service that has lost its claim
 * without noticing can not undo what its successor wrote: both compute the same history, and it only moves on.
 */
final class Shelf<D extends Record> {

    private static final int DUPLICATE_KEY = 11_000;

    /** Sent together, about: ten projections that write at once must not fill the memory of a small server. */
    private static final int MOST_BYTES = 4 << 20;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Kind<D> kind;
    private final MongoCollection<RawBsonDocument> collection;
    private final Map<String, Held<D>> held = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, Held<D>> dirty = new LinkedHashMap<>();

    /** Every key that the database has is known here, because it had none at the beginning: what is not known need not be looked for. */
    private @Nullable KeySet known;

    /** @param empty whether the collection has no document, and nobody else will write any */
    Shelf(Kind<D> kind, MongoCollection<RawBsonDocument> collection, boolean empty) {
        this.kind = kind;
        this.collection = collection;
        this.known = empty ? new KeySet() : null;
    }

    /**
     * @param document null when it is known that there is none
     * @param stored whether the database has an earlier state of it
     */
    record Held<D>(@Nullable D document, Stamp stamp, boolean stored) {}

    Kind<D> kind() {
        return kind;
    }

    Held<D> get(String key) {
        Held<D> found = held.get(key);
        if (found == null) {
            RawBsonDocument stored = isUnknown(key)
                    ? null
                    : collection.find(eq(ViewStore.ID, key)).first();
            found = stored == null ? absent() : stored(stored);
            held.put(key, found);
        }
        return found;
    }

    /** Fetches those that are not in memory in one round trip. */
    void prefetch(Collection<String> keys) {
        List<String> missing = keys.stream()
                .filter(key -> !held.containsKey(key) && !isUnknown(key))
                .distinct()
                .toList();
        if (missing.size() < 2) {
            return;
        }
        missing.forEach(key -> held.put(key, absent()));
        collection
                .find(in(ViewStore.ID, missing))
                .batchSize(missing.size() + 1)
                .forEach(stored -> held.put(stored.getString(ViewStore.ID).getValue(), stored(stored)));
    }

    private boolean isUnknown(String key) {
        return known != null && !known.mayHave(key);
    }

    void put(String key, Record document, Stamp stamp) {
        Held<D> before = held.get(key);
        Held<D> changed = new Held<>(kind.record().cast(document), stamp, before == null || before.stored());
        held.put(key, changed);
        dirty.put(key, changed);
    }

    /** Writes what has changed; returns how many documents that were. */
    int write(Portions portions) {
        List<Map.Entry<String, Held<D>>> some = new ArrayList<>();
        List<WriteModel<RawBsonDocument>> writes = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<String, Held<D>> changed : dirty.entrySet()) {
            RawBsonDocument document = bytes(changed.getKey(), changed.getValue());
            some.add(changed);
            writes.add(write(changed.getKey(), changed.getValue(), document));
            bytes += document.getByteBuffer().remaining();
            if (some.size() == portions.writes() || bytes >= MOST_BYTES) {
                write(some, writes);
                portions.between().run();
                some.clear();
                writes.clear();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            write(some, writes);
            portions.between().run();
        }
        int written = dirty.size();
        dirty.clear();
        return written;
    }

    private void write(List<Map.Entry<String, Held<D>>> some, List<WriteModel<RawBsonDocument>> writes) {
        List<WriteModel<RawBsonDocument>> again = new ArrayList<>();
        for (int index : bulkWrite(writes)) {
            // Somebody who has lost the claim has inserted it; the newer of the two shall stay.
            Map.Entry<String, Held<D>> changed = some.get(index);
            if (!changed.getValue().stored()) {
                String key = changed.getKey();
                again.add(replacing(key, changed.getValue(), bytes(key, changed.getValue())));
            }
        }
        if (!again.isEmpty()) {
            bulkWrite(again);
        }
        for (Map.Entry<String, Held<D>> changed : some) {
            String key = changed.getKey();
            Held<D> now = changed.getValue();
            held.computeIfPresent(key, (same, value) -> new Held<>(now.document(), now.stamp(), true));
            if (known != null) {
                known.add(key);
            }
        }
    }

    /** The places of those that were refused because a document with the key is there. */
    private List<Integer> bulkWrite(List<WriteModel<RawBsonDocument>> writes) {
        try {
            collection.bulkWrite(writes, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            boolean onlyThere = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyThere) {
                throw e;
            }
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
        }
    }

    /** Forgets everything, also what has changed and is not written. */
    void forget() {
        held.clear();
        dirty.clear();
        // Somebody else has written too.
        known = null;
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

    /** The document as it is stored, or will be; null if there is none. */
    @Nullable
    RawBsonDocument bytes(String key) {
        Held<D> found = get(key);
        return found.document() == null ? null : bytes(key, found);
    }

    private RawBsonDocument bytes(String key, Held<D> changed) {
        D document = Objects.requireNonNull(changed.document(), "what is not there cannot have changed");
        return RecordCodecs.bytes(document, writer -> {
            writer.writeString(ViewStore.ID, key);
            writer.writeInt64(ViewStore.POSITION, changed.stamp().position());
            if (changed.stamp().redo() > 0) {
                writer.writeInt32(ViewStore.REDO, changed.stamp().redo());
            }
        });
    }

    private WriteModel<RawBsonDocument> write(String key, Held<D> changed, RawBsonDocument document) {
        return changed.stored() ? replacing(key, changed, document) : new InsertOneModel<>(document);
    }

    private WriteModel<RawBsonDocument> replacing(String key, Held<D> changed, RawBsonDocument document) {
        // Where the stored one is not older the filter finds nothing, the upsert meets the key and fails: it stays.
        return new ReplaceOneModel<>(and(eq(ViewStore.ID, key), older(changed.stamp())), document, UPSERT);
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
        return new Held<>(RecordCodecs.decode(document, kind.record()), stamp, true);
    }

    private static <D> Held<D> absent() {
        return new Held<>(null, Stamp.NEVER, false);
    }
}
