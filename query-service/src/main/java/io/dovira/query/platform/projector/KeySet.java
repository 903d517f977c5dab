package io.dovira.query.platform.projector;

import java.util.Arrays;

/**
 * A set of keys by 64 bits of each: sixteen bytes a key at most, whatever its length. It may take a key for one that it has, never the other
 * way round; then somebody looks in vain. One thread.
 */
final class KeySet {

    private long[] slots = new long[1 << 10];
    private int size;

    void add(String key) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        if (put(slots, hash(key))) {
            size++;
        }
    }

    boolean mayHave(String key) {
        long hash = hash(key);
        int mask = slots.length - 1;
        for (int at = (int) hash & mask; slots[at] != 0; at = (at + 1) & mask) {
            if (slots[at] == hash) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = hash;
        return true;
    }

    /** FNV-1a with a last mixing; 0 stands for an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
