package io.dovira.eventstore.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tile: {@code 0/x001/x234/067} is the full tile 1,234,067 of level 0, {@code 1/000.p/17} the first seventeen hashes of tile 0
 * of level 1.
 *
 * @param width hashes in it, 1 to 256
 */
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;

    private static final int GREATEST_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile("(0|[1-9]\\d?)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < 0 || level > GREATEST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile that a tree of this size has in this place, at its full width there; empty if it has none. */
    public static Optional<Tile> in(long size, int level, long index) {
        long hashes = hashes(size, level);
        // Compared without multiplying: an index from outside may be anything.
        if (index < 0 || index > (hashes - 1) / FULL || hashes == 0) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL)));
    }

    /** Hashes of this level in a tree of this size. */
    static long hashes(long size, int level) {
        return level > 7 ? 0 : size >>> (8 * level);
    }

    /** Whether a tree of this size has all hashes of this tile. */
    public boolean isIn(long size) {
        return in(size, level, index).filter(there -> there.width >= width).isPresent();
    }

    /** Reads what follows {@code /tile/}; empty if that names no tile in exactly the form of the specification. */
    public static Optional<Tile> ofPath(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        String partial = matcher.group(3);
        int width = partial == null ? FULL : Integer.parseInt(partial);
        if (level > GREATEST_LEVEL || width > FULL || (partial != null && width == FULL)) {
            return Optional.empty();
        }
        // Leading groups of noughts would give one tile several names.
        return Optional.of(new Tile(level, index, width))
                .filter(tile -> tile.path().equals(path));
    }

    /** What follows {@code /tile/}. */
    public String path() {
        StringBuilder path = new StringBuilder(String.format("%03d", index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            path.insert(0, String.format("x%03d/", rest % 1_000));
        }
        path.insert(0, level + "/");
        return width == FULL ? path.toString() : path + ".p/" + width;
    }
}
