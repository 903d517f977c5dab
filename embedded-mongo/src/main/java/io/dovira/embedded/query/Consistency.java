package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Compares the indexes of a collection with its documents: each document's entries are there, and no others. */
final class Consistency {

    private final DurableCollection collection;
    private final List<String> errors = new ArrayList<>();

    Consistency(DurableCollection collection) {
        this.collection = collection;
    }

    Document report() {
        Document keysPerIndex = new Document("_id_", collection.size());
        for (OrderedIndex index : collection.ordered()) {
            keysPerIndex.append(index.getName(), index.getCount());
            check(index);
        }
        return new Document("ns", collection.getFullName())
                .append("nrecords", collection.size())
                .append("nIndexes", collection.specs().size())
                .append("keysPerIndex", keysPerIndex)
                .append("valid", errors.isEmpty())
                .append("errors", errors);
    }

    private void check(OrderedIndex index) {
        long expected = collection.stream(Search.all(new Document()))
                .mapToLong(document -> {
                    int entries = index.entriesOf(document);
                    if (entries < 0) {
                        errors.add(index.getName() + " lacks an entry of _id " + document.get("_id"));
                    }
                    return Math.max(0, entries);
                })
                .sum();
        if (expected != index.getCount()) {
            errors.add(index.getName() + " has " + index.getCount() + " entries instead of " + expected);
        }
    }
}
