package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scanned documents that the matcher lets through, as they come. */
final class Matching implements Results {

    private final Scan scan;
    private final Predicate<Document> matcher;

    Matching(Scan scan, Predicate<Document> matcher) {
        this.scan = scan;
        this.matcher = matcher;
    }

    @Override
    public @Nullable Found next() {
        for (byte[] bson = scan.next(); bson != null; bson = scan.next()) {
            Deadline.check();
            Document document = Bson.decode(bson);
            if (matcher.test(document)) {
                return new Found(document, bson.length);
            }
        }
        return null;
    }

    @Override
    public void pause() {
        scan.pause();
    }
}
