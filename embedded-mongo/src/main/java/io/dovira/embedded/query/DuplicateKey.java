package io.dovira.embedded.query;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.List;

/** Error 11000, with the pattern and the value of the key as MongoDB reports them. */
public final class DuplicateKey extends DuplicateKeyError {

    private final transient Document keyPattern;
    private final transient Document keyValue;

    private DuplicateKey(Index<?> index, MongoCollection<?> collection, Document pattern, Document value) {
        super(index, collection, index.getKeys(), new KeyValue(value.values()));
        this.keyPattern = pattern;
        this.keyValue = value;
    }

    /** @param document the refused document; of an array the whole array is reported */
    static DuplicateKey of(Index<?> index, IndexSpec spec, MongoCollection<?> collection, Document document) {
        Document value = new Document();
        spec.fields().forEach(field -> {
            Object found = Utils.getSubdocumentValueCollectionAware(document, field.path());
            value.put(
                    field.path(),
                    found instanceof List<?> list ? withoutGaps(list) : found instanceof Missing ? null : found);
        });
        return new DuplicateKey(index, collection, spec.keyPattern(), value);
    }

    private static List<Object> withoutGaps(List<?> values) {
        List<Object> present = new ArrayList<>(values);
        present.removeIf(Missing.class::isInstance);
        return present;
    }

    public Document keyPattern() {
        return keyPattern;
    }

    public Document keyValue() {
        return keyValue;
    }
}
