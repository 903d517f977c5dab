package io.dovira.embedded.storage;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One sorted map of byte keys. A command that writes sees and changes the live map; a command that reads sees the last
 * durable version ({@link Storage#read}).
 */
public final class Table {

    private final Storage storage;
    private final MVMap<byte[], byte[]> live;

    Table(Storage storage, MVMap<byte[], byte[]> live) {
        this.storage = storage;
        this.live = live;
    }

    /** What the running command may see of this table; empty when the table is younger than the reader's version. */
    public MVMap<byte[], byte[]> view() {
        return storage.view(live);
    }

    /** Whether the running command sees the table at all. */
    public boolean visible() {
        return storage.sees(live);
    }

    public void put(byte[] key, byte[] value) {
        storage.put(live, key, value);
    }

    public byte @Nullable [] remove(byte[] key) {
        return storage.remove(live, key);
    }

    public String name() {
        return live.getName();
    }

    /** Takes the table out of the file; it must not be used again. */
    public void drop() {
        storage.drop(live);
    }
}
