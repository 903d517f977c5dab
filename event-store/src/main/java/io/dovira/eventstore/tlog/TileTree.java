package io.dovira.eventstore.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a certain size, read from its tiles as needed: roots and proofs cost a few tiles, however large it is. Keeps what it has read;
 * make a new one for each question. For one thread.
 */
public final class TileTree {

    private final TileSource source;
    private final long size;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    public TileTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
        }
        this.source = source;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return root(size);
    }

    /** The root that the tree had when it was of this size. */
    public Hash root(long formerSize) {
        require(formerSize >= 0 && formerSize <= size, "a tree of " + size + " never had " + formerSize + " leaves");
        return formerSize == 0 ? Hash.ofNothing() : root(0, formerSize);
    }

    /** The leaf at the index, from 0. */
    public Hash leaf(long index) {
        require(index >= 0 && index < size, "there is no leaf " + index + " in a tree of " + size);
        return whole(0, index);
    }

    /** The hashes that lead from the leaf at the index to the root (RFC 6962, 2.1.1). */
    public List<Hash> inclusion(long index) {
        require(index >= 0 && index < size, "there is no leaf " + index + " in a tree of " + size);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + greatestPowerBelow(to - from);
            if (index < middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /** The hashes that show that this tree began as the one of the former size (RFC 6962, 2.1.2). */
    public List<Hash> consistency(long formerSize) {
        require(formerSize >= 0 && formerSize <= size, "a tree of " + size + " never had " + formerSize + " leaves");
        List<Hash> path = new ArrayList<>();
        if (formerSize == 0 || formerSize == size) {
            return path;
        }
        long from = 0;
        long to = size;
        // Whether the former tree is a whole subtree on the way, whose root the asker knows already.
        boolean known = true;
        while (formerSize != to) {
            long middle = from + greatestPowerBelow(to - from);
            if (formerSize <= middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
                known = false;
            }
        }
        if (!known) {
            path.add(root(from, to));
        }
        return path.reversed();
    }

    /** The root over the leaves from one index to before another, which lie as a subtree of RFC 6962 does. */
    private Hash root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return whole(height, from >>> height);
        }
        long middle = from + greatestPowerBelow(count);
        return Hash.node(root(from, middle), root(middle, to));
    }

    /** The root of the subtree of 2^height leaves that is the index-th of its kind. */
    private Hash whole(int height, long index) {
        int level = height / 8;
        int below = height % 8;
        long first = index << below;
        Tile tile = Tile.in(size, level, first / Tile.FULL)
                .orElseThrow(() -> new IllegalStateException("no such subtree in a tree of " + size));
        List<Hash> hashes = read.computeIfAbsent(tile, wanted -> hashes(source, wanted));
        int at = (int) (first % Tile.FULL);
        return Hash.root(hashes.subList(at, at + (1 << below)));
    }

    static List<Hash> hashes(TileSource source, Tile tile) {
        byte[] bytes = source.read(tile);
        if (bytes.length != Hash.BYTES * tile.width()) {
            throw new MissingTile(tile);
        }
        List<Hash> hashes = new ArrayList<>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            hashes.add(Hash.of(bytes, Hash.BYTES * i, Hash.BYTES));
        }
        return hashes;
    }

    /** The greatest power of two that is less than n, for n of at least 2. */
    private static long greatestPowerBelow(long n) {
        return Long.highestOneBit(n - 1);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
