package io.dovira.embedded.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** All tables as they were after one durable group. The store keeps the old pages as long as somebody holds the snapshot. */
final class Snapshot {

    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final AtomicInteger holders = new AtomicInteger(1);
    private final Map<Integer, View> views = new HashMap<>();

    /** Taken while no command runs. */
    @SuppressWarnings("UndefinedEquals") // a map of the store compares keys by their bytes
    Snapshot(MVStore store, Map<String, MVMap<byte[], byte[]>> tables) {
        this.store = store;
        // First of all: from here on no page that can be seen now is written over.
        this.usage = store.registerVersionUsage();
        tables.values().forEach(table -> views.put(table.getId(), new View(table)));
    }

    /** False when the last holder has gone; a newer snapshot is published then. */
    boolean hold() {
        int count = holders.get();
        while (count > 0) {
            int seen = holders.compareAndExchange(count, count + 1);
            if (seen == count) {
                return true;
            }
            count = seen;
        }
        return false;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            store.deregisterVersionUsage(usage);
        }
    }

    /** The table as it was; null if it is younger. */
    @Nullable
    MVMap<byte[], byte[]> view(MVMap<byte[], byte[]> live) {
        return views.get(live.getId());
    }

    /** A map that stands still: pages are never changed, so its root at a moment is the map at that moment. For reading only. */
    private static final class View extends MVMap<byte[], byte[]> {

        private final RootReference<byte[], byte[]> root;

        View(MVMap<byte[], byte[]> live) {
            super(live);
            this.root = live.flushAndGetRoot();
        }

        @Override
        public RootReference<byte[], byte[]> getRoot() {
            return root;
        }
    }
}
