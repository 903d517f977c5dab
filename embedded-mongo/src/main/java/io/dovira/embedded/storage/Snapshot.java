package io.dovira.embedded.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** All tables as they were at one durable commit. The store keeps the old pages as long as somebody holds the snapshot. */
final class Snapshot {

    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final long version;
    private final AtomicInteger holders = new AtomicInteger(1);
    private final Map<Integer, MVMap<byte[], byte[]>> opened = new ConcurrentHashMap<>();

    /** @param usage registered before the commit that closed its version, else the store drops the version's roots */
    Snapshot(MVStore store, MVStore.TxCounter usage) {
        this.store = store;
        this.usage = usage;
        this.version = usage.version;
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

    boolean knows(Table table) {
        return table.born() <= version;
    }

    MVMap<byte[], byte[]> open(MVMap<byte[], byte[]> live) {
        return opened.computeIfAbsent(live.getId(), mapId -> live.openVersion(version));
    }
}
