package io.dovira.embedded.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scanned documents that the matcher lets through, as they come. It is shown only the fields that the filter speaks of: most reads ask for
 * a stretch of ids, and decoding whole documents for that would be most of their cost.
 */
final class Matching implements Results {

    private final Scan scan;
    private final Document filter;

    /** Top-level fields that the filter speaks of; null if that cannot be told from its surface. */
    private final @Nullable Set<String> fields;

    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Matching(Scan scan, Document filter) {
        this.scan = scan;
        this.filter = Filters.strict(filter);
        this.fields = fields(filter);
    }

    private static @Nullable Set<String> fields(Document filter) {
        return filter.keySet().stream().anyMatch(path -> path.startsWith("$"))
                ? null
                : filter.keySet().stream()
                        .map(path -> path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.')))
                        .collect(Collectors.toSet());
    }

    @Override
    public @Nullable Found next() {
        for (byte[] bson = scan.next(); bson != null; bson = scan.next()) {
            Deadline.check();
            Found found = new Found(bson);
            if (filter.isEmpty() || matcher.matches(shown(found, bson), filter)) {
                return found;
            }
        }
        return null;
    }

    private Document shown(Found found, byte[] bson) {
        return fields == null ? found.document() : Bson.decode(bson, fields);
    }

    @Override
    public void pause() {
        scan.pause();
    }
}
