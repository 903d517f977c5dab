package io.dovira.eventstore.tlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that grows by one leaf after the other. Keeps the tiles of its right edge only, at most 255 hashes a level: 64 kB for any tree
 * there will ever be. For one thread.
 */
public final class TreeBuilder {

    /** By level, the hashes of the tile that is not full. */
    private final List<List<Hash>> edge = new ArrayList<>();

    /** What has grown since it was last asked for; a full tile stays until then. */
    private final Map<Place, List<Hash>> grown = new LinkedHashMap<>();

    private long size;

    private record Place(int level, long index) {}

    /** The hashes of a tile, from its first. */
    public record Content(Tile tile, List<Hash> hashes) {
        public Content {
            hashes = List.copyOf(hashes);
        }

        public byte[] bytes() {
            byte[] bytes = new byte[Hash.BYTES * hashes.size()];
            for (int i = 0; i < hashes.size(); i++) {
                hashes.get(i).writeTo(bytes, Hash.BYTES * i);
            }
            return bytes;
        }
    }

    public static TreeBuilder empty() {
        return new TreeBuilder();
    }

    /**
     * The tree of this size, by the tiles of its right edge.
     *
     * @throws MissingTile if one is not there
     */
    public static TreeBuilder of(TileSource tiles, long size) {
        TreeBuilder tree = new TreeBuilder();
        tree.size = size;
        for (int level = 0; Tile.hashes(size, level) > 0; level++) {
            long hashes = Tile.hashes(size, level);
            int width = (int) (hashes % Tile.FULL);
            List<Hash> row = new ArrayList<>();
            if (width > 0) {
                row.addAll(TileTree.hashes(tiles, new Tile(level, hashes / Tile.FULL, width)));
            }
            tree.edge.add(row);
        }
        return tree;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        long index = size++;
        Hash hash = leaf;
        for (int level = 0; true; level++) {
            if (edge.size() == level) {
                edge.add(new ArrayList<>());
            }
            List<Hash> row = edge.get(level);
            row.add(hash);
            grown.put(new Place(level, index / Tile.FULL), row);
            if (row.size() < Tile.FULL) {
                return;
            }
            edge.set(level, new ArrayList<>());
            hash = Hash.root(row);
            index /= Tile.FULL;
        }
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        List<Hash> below = List.of();
        for (List<Hash> row : edge) {
            List<Hash> subtrees = new ArrayList<>(row);
            subtrees.addAll(below);
            below = subtrees.isEmpty() ? List.of() : List.of(Hash.root(subtrees));
        }
        return Hash.root(below);
    }

    /** For who wants the root alone: forgets the tiles that {@link #takeGrown} would give. Without either, each full tile stays in memory. */
    public void dropGrown() {
        grown.clear();
    }

    /** The tiles that have grown since this was last called, as wide as they are now, lower levels before higher ones of the same place. */
    public List<Content> takeGrown() {
        List<Content> contents = new ArrayList<>(grown.size());
        grown.forEach((place, hashes) ->
                contents.add(new Content(new Tile(place.level, place.index, hashes.size()), hashes)));
        grown.clear();
        return contents;
    }
}
