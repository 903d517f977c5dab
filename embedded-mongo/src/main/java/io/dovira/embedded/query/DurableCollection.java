package io.dovira.embedded.query;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.dovira.embedded.key.Keys;
import io.dovira.embedded.storage.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents are BSON in a sorted table by {@code _id}. One writer at a time; readers need no lock, for
 * each reads its own durable version. Update and match rules are the library's.
 */
public final class DurableCollection extends AbstractMongoCollection<DocumentKey> {

    /** Deletes go through many documents in steps, so that they need not all be in memory. */
    private static final int DELETED_AT_ONCE = 1_000;

    private final Table data;
    private final Planner planner;
    private final PrimaryIndex primary;
    private final AtomicLong bytes;
    private final ReentrantLock writing = new ReentrantLock();

    /** Replaced whole when an index comes or goes, for readers plan without a lock. */
    private volatile List<OrderedIndex> ordered = List.of();

    /** A write to many must know them all before it moves the first, or it may meet it again. Guarded by {@link #writing}. */
    private boolean collectFirst;

    /** The document that takes the place of another; null while fields are only changed. Guarded by {@link #writing}. */
    private @Nullable Document replacement;

    /** The id that the last upsert made. Guarded by {@link #writing}. */
    private @Nullable Object inserted;

    public DurableCollection(MongoDatabase database, String name, Table data, long bytes) {
        super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
        this.data = data;
        this.planner = new Planner(data);
        this.bytes = new AtomicLong(bytes);
        this.primary = new PrimaryIndex(data);
        super.addIndex(primary);
    }

    /** Starts a find. The cursor must be used, batch by batch, by commands that read. */
    public FindCursor find(long cursorId, Search search) {
        Document projection = search.projection();
        boolean whole = projection == null || projection.isEmpty();
        return new FindCursor(
                cursorId,
                results(search),
                found -> whole || projection == null ? found : Found.of(project(found.document(), projection)));
    }

    private Results results(Search search) {
        Order order = Order.of(search.sort());
        long wanted = search.limit() == 0 ? 0 : search.skip() + search.limit();
        Plan plan = planner.plan(ordered, search.filter(), order, wanted);
        boolean allMatch = plan.index() == null && Filters.isStretchOfIds(search.filter());
        Results matching = new Matching(new Scan(data, plan), allMatch ? new Document() : search.filter());
        Results sorted = plan.sorted() ? matching : new Sorted(matching, order, wanted);
        return new Window(sorted, search.skip(), search.limit());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Results results = results(new Search(query, orderBy, numberToSkip, Math.max(0, limit), null));
        Iterable<Document> documents = () -> iterator(results);
        if (writing.isHeldByCurrentThread() && collectFirst) {
            List<Document> all = new ArrayList<>();
            documents.forEach(all::add);
            return new QueryResult(all);
        }
        return new QueryResult(documents);
    }

    private static Iterator<Document> iterator(Results results) {
        return Stream.generate(results::next)
                .takeWhile(found -> found != null)
                .map(Found::document)
                .iterator();
    }

    private Document project(Document document, Document fields) {
        return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
                .iterator()
                .next();
    }

    @Override
    public void addDocument(Document document) {
        written(() -> {
            if (document.get("_id") instanceof Collection) {
                throw new InvalidIdFieldError("The '_id' value cannot be of type array");
            }
            if (!document.containsKey("_id")) {
                document.put("_id", new ObjectId());
            }
            DocumentKey key = DocumentKey.of(document);
            byte[] bson = Bson.encode(document);
            primary.checkAdd(document, this);
            List<Keys> keys =
                    ordered.stream().map(index -> index.checked(document, this)).toList();
            // From here on nothing is refused, so the data and its indexes change together or not at all.
            data.put(key.bytes(), bson);
            for (int i = 0; i < keys.size(); i++) {
                ordered.get(i).add(keys.get(i), key);
            }
            bytes.addAndGet(bson.length);
            inserted = document.get("_id");
            return true;
        });
    }

    @Override
    public void removeDocument(Document document) {
        written(() -> {
            DocumentKey key = DocumentKey.of(document);
            ordered.forEach(index -> index.remove(document));
            removeDocument(key);
            return true;
        });
    }

    @Override
    protected void removeDocument(DocumentKey position) {
        byte[] old = data.remove(position.bytes());
        bytes.addAndGet(old == null ? 0 : -old.length);
    }

    @Override
    protected void handleUpdate(DocumentKey position, Document oldDocument, Document newDocument) {
        byte[] old = data.view().get(position.bytes());
        byte[] bson = Bson.encode(asSent(newDocument));
        data.put(position.bytes(), bson);
        bytes.addAndGet(bson.length - (old == null ? 0L : old.length));
    }

    private static @Nullable Document replacement(@Nullable Object update) {
        return update instanceof Document document && document.keySet().stream().noneMatch(key -> key.startsWith("$"))
                ? document
                : null;
    }

    /** The library leaves fields that stay where they were; MongoDB stores a replacement in the order in which it was sent. */
    private Document asSent(Document updated) {
        if (replacement == null) {
            return updated;
        }
        Document sent = new Document("_id", updated.get("_id"));
        replacement.keySet().stream().filter(updated::containsKey).forEach(key -> sent.put(key, updated.get(key)));
        return sent;
    }

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        return written(() -> super.insertDocuments(documents, isOrdered));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean isMulti, boolean isUpsert, Oplog oplog) {
        return written(() -> {
            Document sent = replacement(update);
            Document replaced = sent == null || isMulti ? null : replaceByKey(selector, sent);
            if (replaced != null) {
                return replaced;
            }
            collectFirst = isMulti;
            replacement = sent;
            try {
                return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
            } finally {
                collectFirst = false;
                replacement = null;
            }
        });
    }

    /**
     * A document takes the place of the one with the id that the filter names: what projections do all day. The library would decode the old one,
     * copy it, compare both and encode the new one twice. Null for whatever is not as plain as that; the library does it then, or refuses it.
     */
    private @Nullable Document replaceByKey(Document filter, Document sent) {
        byte[] key = new Conditions(filter).onlyKey("_id");
        byte[] old = key == null ? null : data.view().get(key);
        if (key == null || old == null || sent.keySet().stream().anyMatch(name -> name.indexOf('.') >= 0)) {
            return null;
        }
        Object id = Bson.decode(old, Set.of("_id")).get("_id");
        boolean same = !sent.containsKey("_id") || Objects.equals(sent.get("_id"), id);
        if (!same || !new Demands(filter).areMetBy(new Found(old))) {
            return null;
        }
        Document document = new Document("_id", id);
        sent.forEach((name, value) -> {
            if (!name.equals("_id")) {
                document.put(name, value);
            }
        });
        byte[] bson = Bson.encode(document);
        boolean changed = !Arrays.equals(old, bson);
        if (changed) {
            if (!ordered.isEmpty()) {
                Document before = Bson.decode(old);
                ordered.forEach(index -> index.checkUpdate(before, document, this));
                ordered.forEach(index -> index.updateInPlace(before, document, new DocumentKey(key), this));
            }
            data.put(key, bson);
            bytes.addAndGet(bson.length - (long) old.length);
        }
        return new Document("n", 1).append("nModified", changed ? 1 : 0);
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return written(() -> {
            int deleted = 0;
            int step;
            collectFirst = true;
            try {
                do {
                    step = super.deleteDocuments(selector, limit == 0 ? DELETED_AT_ONCE : limit, oplog);
                    deleted += step;
                } while (limit == 0 && step == DELETED_AT_ONCE);
            } finally {
                collectFirst = false;
            }
            return deleted;
        });
    }

    /** As the library's, with the part of the answer that tells an insert from an update. */
    @Override
    public Document findAndModify(Document query) {
        return written(() -> {
            inserted = null;
            replacement = replacement(query.get("update"));
            Document result;
            try {
                result = super.findAndModify(query);
            } finally {
                replacement = null;
            }
            if (!result.containsKey("lastErrorObject")) {
                Document effect = new Document();
                boolean removed = Utils.isTrue(query.get("remove")) && result.get("value") != null;
                if (!Utils.isTrue(query.get("remove"))) {
                    effect.append("updatedExisting", false);
                }
                effect.append("n", removed || inserted != null ? 1 : 0);
                if (inserted != null) {
                    effect.append("upserted", inserted);
                }
                result.append("lastErrorObject", effect);
            }
            return result;
        });
    }

    private <T> T written(Supplier<T> write) {
        writing.lock();
        try {
            return write.get();
        } finally {
            writing.unlock();
        }
    }

    /** Adds an index, building it if it is new. No other command may run. */
    void addOrdered(OrderedIndex index) {
        super.addIndex(index);
        index.setBuilt();
        List<OrderedIndex> more = new ArrayList<>(ordered);
        more.add(index);
        ordered = List.copyOf(more);
    }

    /** No other command may run. */
    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        ordered =
                ordered.stream().filter(index -> !index.getName().equals(name)).toList();
    }

    List<OrderedIndex> ordered() {
        return ordered;
    }

    /** All index descriptions, the one on {@code _id} first. */
    public List<IndexSpec> specs() {
        List<IndexSpec> specs = new ArrayList<>();
        specs.add(IndexSpec.PRIMARY);
        ordered.forEach(index -> specs.add(index.spec()));
        return specs;
    }

    Table data() {
        return data;
    }

    /** Bytes of all documents. */
    public long bytes() {
        return bytes.get();
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, size());
    }

    /** @param limit 0 for no end */
    public long countMatching(Document filter, long skip, long limit) {
        if (filter.isEmpty()) {
            long rest = Math.max(0, size() - skip);
            return limit == 0 ? rest : Math.min(limit, rest);
        }
        Results results = results(new Search(filter, null, skip, limit, null));
        long count = 0;
        while (results.next() != null) {
            count++;
        }
        return count;
    }

    /** The documents a search finds, read as they are taken, all by the running command. */
    public Stream<Document> stream(Search search) {
        Iterable<Document> documents = () -> iterator(results(search));
        return StreamSupport.stream(documents.spliterator(), false);
    }

    /** Reads everything and tells whether data and indexes agree. */
    public Document check() {
        return new Consistency(this).report();
    }

    /** How many documents the running command sees. */
    public long size() {
        return data.view().sizeAsLong();
    }

    @Override
    public Document getStats() {
        long count = size();
        Document sizes = new Document();
        for (Index<DocumentKey> index : getIndexes()) {
            sizes.append(index.getName(), index.getCount());
        }
        return new Document("ns", getFullName())
                .append("count", count)
                .append("size", bytes())
                .append("avgObjSize", count == 0 ? 0L : bytes() / count)
                .append("nindexes", specs().size())
                .append("indexEntries", sizes)
                .append("ok", 1.0);
    }

    @Override
    protected Stream<DocumentWithPosition<DocumentKey>> streamAllDocumentsWithPosition() {
        return stream(Search.all(new Document()))
                .map(document -> new DocumentWithPosition<>(document, DocumentKey.of(document)));
    }

    @Override
    protected @Nullable Document getDocument(DocumentKey position) {
        byte[] bson = data.view().get(position.bytes());
        return bson == null ? null : Bson.decode(bson);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, bytes());
    }

    @Override
    protected DocumentKey addDocumentInternal(Document document) {
        throw new UnsupportedOperationException("addDocument stores documents itself");
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int numberToSkip, int numberToReturn, int batchSize, Document fields) {
        throw new BadValueException("queries go through the planner");
    }
}
