package io.dovira.embedded.query;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A query under way: gives its documents batch by batch and reads no further than asked. */
public final class FindCursor extends AbstractCursor {

    /** Without a batch size. */
    public static final int DEFAULT_BATCH = 1_000;

    /** A reply stays well below the 48 MB of a message even if its last document has 16 MiB. */
    private static final int BATCH_BYTES = 12_000_000;

    private final Results results;
    private final UnaryOperator<Found> projection;
    private @Nullable Found ahead;
    private boolean begun;

    FindCursor(long id, Results results, UnaryOperator<Found> projection) {
        super(id);
        this.results = results;
        this.projection = projection;
    }

    /** A cursor over documents that are there already. */
    public static FindCursor over(long id, List<Document> documents) {
        Iterator<Document> iterator = documents.iterator();
        Results results = new Results() {
            @Override
            public @Nullable Found next() {
                return iterator.hasNext() ? Found.of(iterator.next()) : null;
            }

            @Override
            public void pause() {}
        };
        return new FindCursor(id, results, UnaryOperator.identity());
    }

    /** True once the last document has been given; looks one document ahead. */
    @Override
    public synchronized boolean isEmpty() {
        return begun && ahead == null;
    }

    /** The library's way; the answers of this server use {@link #take}. */
    @Override
    public List<Document> takeDocuments(int number) {
        return take(number).stream().map(Found::document).toList();
    }

    /** @param number the most documents to give, 0 for the default */
    public synchronized List<Found> take(int number) {
        int most = number == 0 ? DEFAULT_BATCH : number;
        List<Found> batch = new ArrayList<>();
        long bytes = 0;
        if (!begun) {
            begun = true;
            ahead = results.next();
        }
        for (Found found = ahead; found != null && batch.size() < most && bytes < BATCH_BYTES; found = ahead) {
            batch.add(projection.apply(found));
            bytes += found.bytes();
            ahead = results.next();
        }
        results.pause();
        return batch;
    }
}
