package io.dovira.embedded.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document is what a filter demands. The matcher is shown only the fields that the filter speaks of: most filters ask for ids, and
 * decoding whole documents for that would be most of their cost.
 */
final class Demands {

    private final Document filter;

    /** Top-level fields that the filter speaks of; null if that cannot be told from its surface. */
    private final @Nullable Set<String> fields;

    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Demands(Document filter) {
        this.filter = Filters.strict(filter);
        Set<String> spokenOf = new HashSet<>();
        this.fields = collect(filter, spokenOf) ? spokenOf : null;
    }

    private static boolean collect(Document filter, Set<String> into) {
        for (Map.Entry<String, Object> demand : filter.entrySet()) {
            String path = demand.getKey();
            if (!path.startsWith("$")) {
                into.add(path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.')));
            } else if (!Filters.JUNCTIONS.contains(path) || !collect(demand.getValue(), into)) {
                return false;
            }
        }
        return true;
    }

    private static boolean collect(@Nullable Object parts, Set<String> into) {
        return parts instanceof List<?> list
                && list.stream().allMatch(part -> part instanceof Document filter && collect(filter, into));
    }

    boolean areMetBy(Found found) {
        return filter.isEmpty() || matcher.matches(fields == null ? found.document() : found.only(fields), filter);
    }
}
