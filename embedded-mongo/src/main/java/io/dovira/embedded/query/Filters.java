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

    static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private static final Set<String> FROM = Set.of("$gt", "$gte");
    private static final Set<String> TO = Set.of("$lt", "$lte");

    private Filters() {}

    /**
     * Whether the filter asks for a stretch of numbers as ids, and for nothing else: then what the plan reads of the data is what matches. Without a
     * start it would read NaN too, which comes before all numbers and matches no range.
     */
    static boolean isStretchOfIds(Document filter) {
        return filter.size() == 1
                && filter.get("_id") instanceof Document bounds
                && bounds.keySet().stream().anyMatch(FROM::contains)
                && bounds.entrySet().stream()
                        .allMatch(bound -> (FROM.contains(bound.getKey()) || TO.contains(bound.getKey()))
                                && (bound.getValue() instanceof Long || bound.getValue() instanceof Integer)
                                && Math.abs(((Number) bound.getValue()).doubleValue()) < Condition.EXACTLY_COMPARED);
    }

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
