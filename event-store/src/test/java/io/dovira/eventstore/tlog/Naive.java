package io.dovira.eventstore.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962, section 2.1, word for word; and a tree of numbered leaves with its tiles in memory. */
final class Naive implements TileSource {

    final List<Hash> leaves = new ArrayList<>();
    final TreeBuilder builder = TreeBuilder.empty();
    private final Map<String, byte[]> tiles = new HashMap<>();

    static Naive of(int size) {
        Naive tree = new Naive();
        for (int i = 0; i < size; i++) {
            tree.grow();
        }
        return tree;
    }

    void grow() {
        Hash leaf = Hash.leaf(("leaf " + leaves.size()).getBytes(StandardCharsets.UTF_8));
        leaves.add(leaf);
        builder.append(leaf);
        for (TreeBuilder.Content content : builder.takeGrown()) {
            tiles.put(content.tile().level() + "/" + content.tile().index(), content.bytes());
        }
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] bytes = tiles.get(tile.level() + "/" + tile.index());
        if (bytes == null || bytes.length < Hash.BYTES * tile.width()) {
            throw new MissingTile(tile);
        }
        return java.util.Arrays.copyOf(bytes, Hash.BYTES * tile.width());
    }

    static Hash mth(List<Hash> d) {
        int n = d.size();
        if (n == 0) {
            return Hash.ofNothing();
        }
        if (n == 1) {
            return d.getFirst();
        }
        int k = split(n);
        return Hash.node(mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    static List<Hash> path(int m, List<Hash> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        List<Hash> path = new ArrayList<>(m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, n)));
        path.add(m < k ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return path;
    }

    static List<Hash> proof(int m, List<Hash> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<Hash> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = split(n);
        List<Hash> proof =
                new ArrayList<>(m <= k ? subproof(m, d.subList(0, k), b) : subproof(m - k, d.subList(k, n), false));
        proof.add(m <= k ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
