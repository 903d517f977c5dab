package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says in the matcher's words what MongoDB means. Of an array the matcher wants one element to meet all operators of a path,
 * MongoDB any element for each; and the matcher tries a pattern on a number's digits, MongoDB on strings only.
 */
final class Filters {

    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private Filters() {}

    static Document strict(Document filter) {
        Document strict = new Document();
        List<Document> also = new ArrayList<>();
        filter.forEach((name, demanded) -> {
            if (JUNCTIONS.contains(name) && demanded instanceof List<?> parts) {
                strict.put(name, strict(parts));
            } else if (demanded != null && BsonRegularExpression.isRegularExpression(demanded)) {
                strict.put(name, demanded);
                also.add(new Document(name, new Document("$type", "string")));
            } else if (demanded instanceof Document operators && isSeveral(operators)) {
                operators.forEach((operator, value) -> also.add(new Document(name, new Document(operator, value))));
            } else {
                strict.put(name, demanded);
            }
        });
        if (also.isEmpty()) {
            return strict;
        }
        also.addFirst(strict);
        return new Document("$and", also);
    }

    private static List<?> strict(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof Document document ? strict(document) : part)
                .toList();
    }

    private static boolean isSeveral(Document operators) {
        return operators.size() > 1
                && operators.keySet().stream().allMatch(key -> key.startsWith("$") && !key.equals("$options"));
    }
}
