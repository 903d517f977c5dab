package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says in the matcher's words what MongoDB means: the library's would try a pattern on a number's digits. */
final class Filters {

    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private Filters() {}

    static Document strict(Document filter) {
        Document strict = new Document();
        List<Document> strings = new ArrayList<>();
        filter.forEach((name, demanded) -> {
            if (JUNCTIONS.contains(name) && demanded instanceof List<?> parts) {
                strict.put(
                        name,
                        parts.stream()
                                .map(part -> part instanceof Document document ? strict(document) : part)
                                .toList());
            } else {
                strict.put(name, demanded);
                if (demanded != null && BsonRegularExpression.isRegularExpression(demanded)) {
                    strings.add(new Document(name, new Document("$type", "string")));
                }
            }
        });
        if (!strings.isEmpty()) {
            strings.addFirst(strict);
            return new Document("$and", strings);
        }
        return strict;
    }
}
