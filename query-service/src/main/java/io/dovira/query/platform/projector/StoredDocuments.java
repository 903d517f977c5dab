package io.dovira.query.platform.projector;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.ViewStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a projection in the database, as its fold sees them; changes are kept in memory until {@link #flush}. What one fact changes
 * is staged first, so that a fact that fails half-way leaves no trace. One thread.
 */
final class StoredDocuments implements Documents {

    private final MongoDatabase database;
    private final Build build;
    private final int mostInMemory;
    private final boolean fromTheBeginning;
    private final Map<String, Shelf<?>> shelves = new HashMap<>();
    private final Map<Shelf<?>, Map<String, Record>> staged = new LinkedHashMap<>();
    private Stamp now = Stamp.NEVER;

    /** Highest rank of a document that this fact has read and that is ahead of it: everything below has the fact's effect already. */
    private int aheadRank = Integer.MIN_VALUE;

    /** Highest stamp of a document that was found ahead. */
    private Stamp furthestAhead = Stamp.NEVER;

    /** @param fromTheBeginning whether no fact was taken yet: where there is no document, none need be looked for */
    StoredDocuments(MongoDatabase database, Build build, int mostInMemory, boolean fromTheBeginning) {
        this.database = database;
        this.build = build;
        this.mostInMemory = mostInMemory;
        this.fromTheBeginning = fromTheBeginning;
    }

    /** Called after each step of writing; a test dies here. */
    interface Steps {
        Steps NONE = step -> {};

        void done(String step);
    }

    /** From here on the changes belong to this fact. */
    void begin(Stamp stamp) {
        now = stamp;
        aheadRank = Integer.MIN_VALUE;
        staged.clear();
    }

    /** The fact was taken. */
    void commit() {
        staged.forEach((shelf, documents) -> {
            if (shelf.kind().rank() >= aheadRank) {
                documents.forEach((key, document) -> shelf.put(key, document, now));
            }
        });
        staged.clear();
    }

    /** The fact failed: what it had changed is forgotten. */
    void rollback() {
        staged.clear();
    }

    void prefetch(Map<Kind<?>, List<String>> keys) {
        keys.forEach((kind, wanted) -> shelf(kind).prefetch(wanted));
    }

    /** Writes every change, kind by kind in ascending rank; returns how many documents were written. */
    int flush(Portions portions, Steps steps) {
        int written = 0;
        List<Shelf<?>> byRank = shelves.values().stream()
                .sorted(Comparator.<Shelf<?>>comparingInt(shelf -> shelf.kind().rank())
                        .thenComparing(shelf -> shelf.kind().name()))
                .toList();
        for (Shelf<?> shelf : byRank) {
            int count = shelf.write(portions);
            if (count > 0) {
                written += count;
                steps.done(shelf.kind().name());
            }
        }
        trim();
        return written;
    }

    @Override
    public <D extends Record> @Nullable D get(Kind<D> kind, String key) {
        Shelf<D> shelf = shelf(kind);
        Record changed = staged.getOrDefault(shelf, Map.of()).get(key);
        if (changed != null) {
            return kind.record().cast(changed);
        }
        return look(shelf, key).document();
    }

    private <D extends Record> Shelf.Held<D> look(Shelf<D> shelf, String key) {
        Shelf.Held<D> held = shelf.get(key);
        if (held.stamp().compareTo(now) >= 0) {
            aheadRank = Math.max(aheadRank, shelf.kind().rank());
            if (held.stamp().compareTo(furthestAhead) > 0) {
                furthestAhead = held.stamp();
                forgetBelow(shelf.kind().rank());
            }
        }
        return held;
    }

    /**
     * The documents of lower rank have the fact's effect in the database. Those in memory may not: if it is an owner that has lost its claim
     * who is ahead of us, they may have been read before it wrote them. What we had changed in them is in the database too.
     */
    private void forgetBelow(int rank) {
        shelves.values().forEach(shelf -> {
            if (shelf.kind().rank() < rank) {
                shelf.forget();
            }
        });
    }

    @Override
    public <D extends Record> void put(Kind<D> kind, String key, D document) {
        if (!isAhead(kind, key)) {
            staged.computeIfAbsent(shelf(kind), shelf -> new LinkedHashMap<>()).put(key, document);
        }
    }

    @Override
    public boolean isAhead(Kind<?> kind, String key) {
        return look(shelf(kind), key).stamp().compareTo(now) >= 0;
    }

    private void trim() {
        int all = shelves.values().stream().mapToInt(Shelf::size).sum();
        if (all > mostInMemory) {
            shelves.values().forEach(shelf -> shelf.trim((int) ((long) shelf.size() * mostInMemory * 3 / 4 / all)));
        }
    }

    @SuppressWarnings("unchecked") // A shelf is made for the kind with its name, and a name stands for one kind.
    private <D extends Record> Shelf<D> shelf(Kind<D> kind) {
        return (Shelf<D>) shelves.computeIfAbsent(kind.name(), name -> {
            MongoCollection<RawBsonDocument> collection =
                    database.getCollection(build.collection(name), RawBsonDocument.class);
            boolean empty = fromTheBeginning && collection.find().first() == null;
            return new Shelf<>(kind, collection, empty);
        });
    }

    /** A document as it is stored, or will be after the next flush; null if there is none. */
    @Nullable
    RawBsonDocument bytes(String kind, String key) {
        Shelf<?> shelf = shelves.get(kind);
        return shelf == null
                ? database.getCollection(build.collection(kind), RawBsonDocument.class)
                        .find(Filters.eq(ViewStore.ID, key))
                        .first()
                : shelf.bytes(key);
    }
}
