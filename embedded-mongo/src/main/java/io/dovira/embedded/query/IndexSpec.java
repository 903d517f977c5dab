package io.dovira.embedded.query;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.key.KeyField;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked of an index. Two indexes differ if any part differs. */
public record IndexSpec(String name, List<KeyField> fields, boolean unique, boolean sparse) {

    /** The index every collection has; it is the data itself. */
    public static final IndexSpec PRIMARY = new IndexSpec("_id_", List.of(new KeyField("_id", true)), true, false);

    private static final Set<String> OPTIONS = Set.of("key", "name", "unique", "sparse", "v", "ns", "background");

    /** Options of MongoDB that would change what the index holds or does; they are refused. */
    private static final Set<String> KNOWN = Set.of(
            "partialFilterExpression",
            "collation",
            "expireAfterSeconds",
            "hidden",
            "weights",
            "default_language",
            "language_override",
            "textIndexVersion",
            "2dsphereIndexVersion",
            "bits",
            "min",
            "max",
            "bucketSize",
            "storageEngine",
            "wildcardProjection",
            "prepareUnique",
            "clustered");

    /** Reads an index description of the createIndexes command; an option that cannot be kept is refused. */
    public static IndexSpec parse(Document description) {
        for (Map.Entry<String, Object> option : description.entrySet()) {
            if (KNOWN.contains(option.getKey()) && !Boolean.FALSE.equals(option.getValue())) {
                throw Refusal.notImplemented("index option '" + option.getKey() + "'");
            }
            if (!KNOWN.contains(option.getKey()) && !OPTIONS.contains(option.getKey())) {
                throw Refusal.of(
                        197, "InvalidIndexSpecificationOption", "unknown index option '" + option.getKey() + "'");
            }
        }
        if (!(description.get("key") instanceof Document key) || key.isEmpty()) {
            throw Refusal.of(67, "CannotCreateIndex", "Index keys cannot be empty.");
        }
        if (!(description.get("name") instanceof String name) || name.isEmpty() || name.equals("*")) {
            throw Refusal.of(67, "CannotCreateIndex", "an index needs a name other than '*'");
        }
        List<KeyField> fields = key.entrySet().stream()
                .map(field -> field(field.getKey(), field.getValue()))
                .toList();
        if (key.keySet().equals(Set.of("_id"))) {
            return PRIMARY;
        }
        return new IndexSpec(
                name, fields, Utils.isTrue(description.get("unique")), Utils.isTrue(description.get("sparse")));
    }

    private static KeyField field(String path, Object direction) {
        if (direction instanceof String kind) {
            throw Refusal.notImplemented("index type '" + kind + "'");
        }
        if (!(direction instanceof Number number) || number.doubleValue() == 0 || Double.isNaN(number.doubleValue())) {
            throw Refusal.of(67, "CannotCreateIndex", "Values in the index key pattern cannot be " + direction);
        }
        for (String name : path.split("\\.", -1)) {
            if (name.isEmpty()) {
                throw Refusal.of(67, "CannotCreateIndex", "Index keys cannot contain an empty field.");
            }
            if (name.startsWith("$") || name.chars().allMatch(Character::isDigit)) {
                throw Refusal.notImplemented("an index on the path '" + path + "'");
            }
        }
        return new KeyField(path, number.doubleValue() > 0);
    }

    /** The form that listIndexes shows and the catalogue keeps; {@link #parse} reads it. */
    public Document toDocument() {
        Document document = new Document("v", 2).append("key", keyPattern()).append("name", name);
        if (unique && !equals(PRIMARY)) {
            document.append("unique", true);
        }
        if (sparse) {
            document.append("sparse", true);
        }
        return document;
    }

    public Document keyPattern() {
        Document pattern = new Document();
        fields.forEach(field -> pattern.put(field.path(), field.ascending() ? 1 : -1));
        return pattern;
    }

    List<IndexKey> indexKeys() {
        return fields.stream()
                .map(field -> new IndexKey(field.path(), field.ascending()))
                .toList();
    }
}
