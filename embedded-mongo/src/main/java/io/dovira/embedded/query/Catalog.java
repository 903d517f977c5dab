package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.key.KeyEncoder;
import io.dovira.embedded.storage.Storage;
import io.dovira.embedded.storage.Table;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which collections and indexes there are and in which tables they lie. Written by the command that changes them, in the
 * same commit, so that a table without an entry, or an entry without its table, cannot outlive a crash.
 *
 * <pre>
 *   catalogue: ("dovira_log", "commits") -> {db, name, table: "t7", indexes: [{key: {rts: 1}, name, table: "t8", multikey: []}]}
 *   sizes:     "t7" -> bytes of all documents
 * </pre>
 */
public final class Catalog {

    private final Storage storage;
    private final Table entries;
    private final Table sizes;
    private final AtomicLong tables = new AtomicLong();
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private final Map<String, Long> writtenSizes = new ConcurrentHashMap<>();

    /** Opens every collection the storage holds. */
    public Catalog(Storage storage) {
        this.storage = storage;
        this.entries = storage.table("catalogue");
        this.sizes = storage.table("sizes");
        entries.view().forEach((key, bson) -> open(Bson.decode(bson)));
        storage.beforeCommit(this::writeSizes);
    }

    /** The database of this name; it exists for clients once it has a collection. */
    public Database database(String name) {
        return databases.computeIfAbsent(name, newName -> new Database(newName, this));
    }

    /** The databases that have a collection. */
    public List<Database> databases() {
        return databases.values().stream()
                .filter(database -> !database.isEmpty())
                .toList();
    }

    private void open(Document entry) {
        Database database = database(text(entry, "db"));
        String table = text(entry, "table");
        noteTable(table);
        byte[] size = sizes.view().get(KeyEncoder.of(table));
        DurableCollection collection = new DurableCollection(
                database,
                text(entry, "name"),
                storage.table(table),
                size == null ? 0 : ByteBuffer.wrap(size).getLong());
        for (Object index : list(entry, "indexes")) {
            Document kept = (Document) index;
            String indexTable = text(kept, "table");
            noteTable(indexTable);
            BitSet multikey = new BitSet();
            list(kept, "multikey").forEach(field -> multikey.set((Integer) field));
            Document description = kept.clone();
            description.remove("table");
            description.remove("multikey");
            collection.addOrdered(
                    index(collection, IndexSpec.parse(description), storage.table(indexTable), multikey, true));
        }
        database.register(collection);
    }

    private static String text(Document entry, String field) {
        return Objects.toString(entry.get(field));
    }

    private static List<?> list(Document entry, String field) {
        return entry.get(field) instanceof List<?> list ? list : List.of();
    }

    DurableCollection create(Database database, String name) {
        DurableCollection collection = new DurableCollection(database, name, storage.table(nextTable()), 0);
        save(collection);
        return collection;
    }

    /** Builds an index; when that fails, nothing of it remains. */
    void createIndex(DurableCollection collection, IndexSpec spec) {
        OrderedIndex index = index(collection, spec, storage.table(nextTable()), new BitSet(), false);
        try {
            collection.addOrdered(index);
        } catch (RuntimeException e) {
            index.drop();
            throw e;
        }
        save(collection);
    }

    private OrderedIndex index(
            DurableCollection collection, IndexSpec spec, Table table, BitSet multikey, boolean built) {
        return new OrderedIndex(spec, table, multikey, built, () -> save(collection));
    }

    /** Called by the collection's writer or while no other command runs. */
    void save(DurableCollection collection) {
        List<Document> indexes = new ArrayList<>();
        for (OrderedIndex index : collection.ordered()) {
            indexes.add(index.spec()
                    .toDocument()
                    .append("table", index.table().name())
                    .append("multikey", index.multikey().stream().boxed().toList()));
        }
        Document entry = new Document("db", collection.getDatabaseName())
                .append("name", collection.getCollectionName())
                .append("table", collection.data().name())
                .append("indexes", indexes);
        entries.put(key(collection), Bson.encode(entry));
    }

    void forget(DurableCollection collection) {
        entries.remove(key(collection));
    }

    void drop(DurableCollection collection) {
        forget(collection);
        collection.ordered().forEach(OrderedIndex::drop);
        sizes.remove(KeyEncoder.of(collection.data().name()));
        collection.data().drop();
    }

    long fileBytes() {
        return storage.fileBytes();
    }

    private void writeSizes() {
        for (Database database : databases.values()) {
            for (DurableCollection collection : database.collections()) {
                String table = collection.data().name();
                long bytes = collection.bytes();
                Long before = writtenSizes.put(table, bytes);
                if (before == null ? bytes != 0 : before != bytes) {
                    sizes.put(
                            KeyEncoder.of(table),
                            ByteBuffer.allocate(Long.BYTES).putLong(bytes).array());
                }
            }
        }
    }

    private static byte[] key(DurableCollection collection) {
        return new KeyEncoder()
                .append(collection.getDatabaseName(), true)
                .append(collection.getCollectionName(), true)
                .toBytes();
    }

    private String nextTable() {
        return "t" + tables.incrementAndGet();
    }

    private void noteTable(String name) {
        tables.accumulateAndGet(Long.parseLong(name.substring(1)), Math::max);
    }
}
