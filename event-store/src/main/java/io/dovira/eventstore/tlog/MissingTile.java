package io.dovira.eventstore.tlog;

/** A tile that a tree of the claimed size must have is not there. */
public final class MissingTile extends RuntimeException {

    public MissingTile(Tile tile) {
        super("tile/" + tile.path() + " is missing or too short");
    }
}
