package io.dovira.embedded.query;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.storage.Table;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: it is the data table, so it checks and answers but keeps nothing of its own. */
final class PrimaryIndex extends Index<DocumentKey> {

    private final Table data;

    PrimaryIndex(Table data) {
        super(IndexSpec.PRIMARY.name(), IndexSpec.PRIMARY.indexKeys(), false);
        this.data = data;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        if (data.view().containsKey(DocumentKey.of(document).bytes())) {
            throw DuplicateKey.of(this, IndexSpec.PRIMARY, collection, document);
        }
    }

    /** The last check before indexes change: an update must not make a document too large to be stored. */
    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<DocumentKey> collection) {
        Bson.encode(newDocument);
    }

    @Override
    public @Nullable DocumentKey getPosition(Document document) {
        DocumentKey key = DocumentKey.of(document);
        return data.view().containsKey(key.bytes()) ? key : null;
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {}

    @Override
    public void updateInPlace(
            Document oldDocument,
            Document newDocument,
            DocumentKey position,
            MongoCollection<DocumentKey> collection) {}

    @Override
    public DocumentKey remove(Document document) {
        return DocumentKey.of(document);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return data.view().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new UnsupportedOperationException("queries go through the planner");
    }
}
