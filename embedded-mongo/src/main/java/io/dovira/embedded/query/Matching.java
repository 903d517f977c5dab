package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The scanned documents that meet the filter, as they come. */
final class Matching implements Results {

    private final Scan scan;
    private final Demands demands;

    Matching(Scan scan, Document filter) {
        this.scan = scan;
        this.demands = new Demands(filter);
    }

    @Override
    public @Nullable Found next() {
        for (byte[] bson = scan.next(); bson != null; bson = scan.next()) {
            Deadline.check();
            Found found = new Found(bson);
            if (demands.areMetBy(found)) {
                return found;
            }
        }
        return null;
    }

    @Override
    public void pause() {
        scan.pause();
    }
}
