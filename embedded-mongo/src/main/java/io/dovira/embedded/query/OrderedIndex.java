package io.dovira.embedded.query;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.key.KeyEncoder;
import io.dovira.embedded.key.KeyExtractor;
import io.dovira.embedded.key.Keys;
import io.dovira.embedded.storage.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: a sorted table whose key is the fields' key and then the document's, so equal fields lie side by side.
 *
 * <pre>
 *   index {ev.stream: 1, _id: 1}, document {_id: 9, ev: [{stream: "a"}, {stream: "b"}]}
 *   ("a", 9)(9) -> length of ("a", 9)
 *   ("b", 9)(9) -> length of ("b", 9)
 * </pre>
 *
 * Changed by the one writer of its collection; read by anyone.
 */
final class OrderedIndex extends Index<DocumentKey> {

    private final IndexSpec spec;
    private final KeyExtractor extractor;
    private final Table table;
    private final Runnable multikeyChanged;

    /** Fields that met an array in some document, ever. Replaced, never changed, so readers see it whole. */
    private volatile BitSet multikey;

    private boolean built;

    /**
     * @param built whether the table holds every document already
     * @param multikeyChanged called by the writer before the first entry that needs the new flag is written
     */
    OrderedIndex(IndexSpec spec, Table table, BitSet multikey, boolean built, Runnable multikeyChanged) {
        super(spec.name(), spec.indexKeys(), spec.sparse());
        this.spec = spec;
        this.extractor = new KeyExtractor(spec.fields());
        this.table = table;
        this.multikey = multikey;
        this.built = built;
        this.multikeyChanged = multikeyChanged;
    }

    IndexSpec spec() {
        return spec;
    }

    Table table() {
        return table;
    }

    BitSet multikey() {
        return multikey;
    }

    /** The part of an index entry's key that is the document's key. */
    static byte[] documentKey(byte[] entryKey, byte[] entryValue) {
        int prefix = 0;
        for (byte b : entryValue) {
            prefix = prefix << Byte.SIZE | (b & 0xFF);
        }
        return Arrays.copyOfRange(entryKey, prefix, entryKey.length);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        checked(document, collection);
    }

    /** The document's keys, of which none is taken. */
    Keys checked(Document document, MongoCollection<DocumentKey> collection) {
        Keys keys = extractor.keys(document);
        refuseDuplicates(entries(keys), document, collection);
        return keys;
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        Keys keys = extractor.keys(document);
        if (!built) {
            // While an index is built its documents have not been checked against each other.
            refuseDuplicates(entries(keys), document, collection);
        }
        add(keys, position);
    }

    void add(Keys keys, DocumentKey position) {
        remember(keys.multikey());
        entries(keys).forEach(key -> put(key, position));
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<DocumentKey> collection) {
        refuseDuplicates(keys(newDocument), newDocument, collection);
    }

    /** Leaves the entries alone that both documents have, so a reader never misses an unchanged key. */
    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, DocumentKey position, MongoCollection<DocumentKey> collection) {
        Keys keys = extractor.keys(newDocument);
        remember(keys.multikey());
        SortedSet<byte[]> stale = keys(oldDocument);
        for (byte[] key : entries(keys)) {
            if (!stale.remove(key)) {
                put(key, position);
            }
        }
        stale.forEach(key -> table.remove(entryKey(key, position)));
    }

    /** Removes the entries of a document; the answer is null because only the data knows positions. */
    @Override
    public @Nullable DocumentKey remove(Document document) {
        DocumentKey position = DocumentKey.of(document);
        keys(document).forEach(key -> table.remove(entryKey(key, position)));
        return null;
    }

    void setBuilt() {
        built = true;
    }

    /** Whether every entry that the document should have is there; the answer is how many those are, or -1. */
    int entriesOf(Document document) {
        DocumentKey position = DocumentKey.of(document);
        SortedSet<byte[]> keys = keys(document);
        boolean complete = keys.stream().allMatch(key -> table.view().containsKey(entryKey(key, position)));
        return complete ? keys.size() : -1;
    }

    private SortedSet<byte[]> keys(Document document) {
        return entries(extractor.keys(document));
    }

    private SortedSet<byte[]> entries(Keys keys) {
        return isSparse() && keys.absent() ? new TreeSet<>(Arrays::compareUnsigned) : keys.values();
    }

    private void refuseDuplicates(SortedSet<byte[]> keys, Document document, MongoCollection<DocumentKey> collection) {
        if (!spec.unique()) {
            return;
        }
        byte[] own = DocumentKey.of(document).bytes();
        for (byte[] key : keys) {
            byte[] next = table.view().ceilingKey(key);
            // No key is the beginning of another, so an entry that starts with this key has these very fields.
            if (next != null
                    && next.length >= key.length
                    && Arrays.equals(next, 0, key.length, key, 0, key.length)
                    && !Arrays.equals(next, key.length, next.length, own, 0, own.length)) {
                throw DuplicateKey.of(this, spec, collection, document);
            }
        }
    }

    private void put(byte[] key, DocumentKey position) {
        table.put(entryKey(key, position), prefixLength(key.length));
    }

    private static byte[] entryKey(byte[] key, DocumentKey position) {
        return new KeyEncoder().append(key).append(position.bytes()).toBytes();
    }

    private static byte[] prefixLength(int length) {
        return length < 1 << Byte.SIZE
                ? new byte[] {(byte) length}
                : new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
    }

    private void remember(BitSet met) {
        BitSet joined = (BitSet) multikey.clone();
        joined.or(met);
        if (!joined.equals(multikey)) {
            multikey = joined;
            multikeyChanged.run();
        }
    }

    @Override
    public boolean isUnique() {
        return spec.unique();
    }

    @Override
    public boolean isEmpty() {
        return !built;
    }

    @Override
    public long getCount() {
        return table.view().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        table.drop();
    }

    @Override
    public @Nullable DocumentKey getPosition(Document document) {
        return null;
    }

    /** Queries go through the planner. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new UnsupportedOperationException("queries go through the planner");
    }
}
