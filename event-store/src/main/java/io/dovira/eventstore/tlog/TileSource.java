package io.dovira.eventstore.tlog;

/** Where tiles come from: a store, a directory, an address. */
@FunctionalInterface
public interface TileSource {

    /**
     * The hashes of the tile, one after the other: exactly 32 times its width bytes.
     *
     * @throws MissingTile if it is not there, or not as wide
     */
    byte[] read(Tile tile);
}
