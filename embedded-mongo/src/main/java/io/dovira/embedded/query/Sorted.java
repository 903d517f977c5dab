package io.dovira.embedded.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Results that no index yields in the order asked for: read wholly, sorted in memory, the first ones kept if only those count. */
final class Sorted implements Results {

    /** MongoDB's own limit for a sort in memory. */
    private static final long MAX_BYTES = 100L << 20;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Keyed(byte[] key, long arrival, Found found) {}

    private static final Comparator<Keyed> ORDER =
            Comparator.comparing(Keyed::key, Arrays::compareUnsigned).thenComparingLong(Keyed::arrival);

    private final Results unsorted;
    private final Order order;
    private final long wanted;
    private @Nullable Deque<Found> sorted;

    /** @param wanted how many will be taken at most, 0 for all */
    Sorted(Results unsorted, Order order, long wanted) {
        this.unsorted = unsorted;
        this.order = order;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Found next() {
        Deque<Found> all = sorted;
        if (all == null) {
            all = sort();
            sorted = all;
        }
        return all.poll();
    }

    private Deque<Found> sort() {
        PriorityQueue<Keyed> lastFirst = new PriorityQueue<>(ORDER.reversed());
        long bytes = 0;
        long arrival = 0;
        for (Found found = unsorted.next(); found != null; found = unsorted.next()) {
            lastFirst.add(new Keyed(order.key(found.document()), arrival++, found));
            bytes += found.bytes();
            if (wanted > 0 && lastFirst.size() > wanted) {
                bytes -= lastFirst.remove().found().bytes();
            }
            if (bytes > MAX_BYTES) {
                throw Refusal.of(
                        292,
                        "QueryExceededMemoryLimitNoDiskUseAllowed",
                        "a sort without an index holds more than " + MAX_BYTES + " bytes; add an index or a limit");
            }
        }
        Deque<Found> ordered = new ArrayDeque<>(lastFirst.size());
        while (!lastFirst.isEmpty()) {
            ordered.addFirst(lastFirst.remove().found());
        }
        return ordered;
    }

    /** Once sorted the documents are a copy; until then nothing has been read. */
    @Override
    public void pause() {
        unsorted.pause();
    }
}
