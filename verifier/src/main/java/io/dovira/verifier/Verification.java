package io.dovira.verifier;

import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.Proofs;
import io.dovira.eventstore.tlog.StoredAppend;
import io.dovira.eventstore.tlog.Tile;
import io.dovira.eventstore.tlog.TileSource;
import io.dovira.eventstore.tlog.TileTree;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the stored appends one after the other and stops at the first that is not as it should be. Memory does not grow with the log.
 *
 * <p>What it can tell depends on what it is given. A checkpoint alone says of all events up to its size together whether they are as they were:
 * the first broken one lies between the last checkpoint that fits and the first that does not. Tiles hold a hash for each event: with them the
 * position is exact, once the hash in the tile is proven to be in the tree of a checkpoint.
 */
final class Verification {

    private final List<Checkpoint> checkpoints;
    private final @Nullable TileSource tiles;
    private final TreeBuilder tree = TreeBuilder.empty();

    private int nextCheckpoint;
    private long intactTo;
    private Instant lastRecorded = Instant.MIN;
    private @Nullable String note;

    private boolean tilesServe;
    private byte[] row = {};
    private long rowIndex = -1;

    private Verdict.@Nullable Broken broken;

    /** @param checkpoints verified ones, at least one, of one log */
    Verification(List<Checkpoint> checkpoints, @Nullable TileSource tiles) {
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("without a checkpoint nothing can be proven");
        }
        this.checkpoints = checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        this.tiles = tiles;
        this.tilesServe = tiles != null;
        fitsCheckpoints();
    }

    long events() {
        return tree.size();
    }

    /**
     * Takes the next stored append.
     *
     * @return false: it is broken, and nothing more is taken
     */
    boolean take(byte[] document) {
        if (broken != null) {
            return false;
        }
        try {
            for (Leaf leaf : StoredAppend.read(document, tree.size() + 1)) {
                take(leaf);
                if (broken != null) {
                    return false;
                }
            }
            return true;
        } catch (StoredAppend.Broken e) {
            breaks(e.position(), e.position(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** What should hold the next append cannot be read at all. */
    void unreadable(String what) {
        if (broken == null) {
            breaks(tree.size() + 1, tree.size() + 1, what);
        }
    }

    /** After the last append. */
    Verdict end() {
        if (broken == null && nextCheckpoint < checkpoints.size()) {
            long sealed = checkpoints.getLast().size();
            breaks(
                    tree.size() + 1,
                    tree.size() + 1,
                    "it is missing: the log ends at " + tree.size() + ", and a checkpoint speaks of " + sealed);
        }
        return broken != null ? broken : new Verdict.Intact(intactTo, tree.size());
    }

    private void take(Leaf leaf) {
        Hash hash = leaf.hash();
        compareWithTile(leaf.position(), hash);
        if (broken != null) {
            return;
        }
        if (leaf.recordedAt().isBefore(lastRecorded)) {
            breaks(leaf.position(), leaf.position(), "it was recorded before the event in front of it");
            return;
        }
        lastRecorded = leaf.recordedAt();
        tree.append(hash);
        tree.dropGrown();
        fitsCheckpoints();
    }

    /** All of one size before any of them counts: two that differ are the proof of two histories. */
    private void fitsCheckpoints() {
        boolean fits = false;
        while (nextCheckpoint < checkpoints.size()
                && checkpoints.get(nextCheckpoint).size() == tree.size()) {
            Checkpoint checkpoint = checkpoints.get(nextCheckpoint++);
            if (!checkpoint.root().equals(tree.root())) {
                // Not proven any further: tiles of a head that was signed anew would prove the rewritten log.
                broken = new Verdict.Broken(
                        intactTo + 1,
                        checkpoint.size(),
                        "the log does not give the root that the checkpoint of " + checkpoint.size()
                                + " was signed for",
                        intactTo,
                        note);
                return;
            }
            fits = true;
        }
        if (fits) {
            intactTo = tree.size();
        }
    }

    private void compareWithTile(long position, Hash hash) {
        Checkpoint largest = checkpoints.getLast();
        if (!tilesServe || tiles == null || position > largest.size()) {
            return;
        }
        try {
            Hash sealed = sealed(tiles, position, largest.size());
            if (hash.equals(sealed)) {
                return;
            }
            TileTree proof = new TileTree(tiles, largest.size());
            if (Proofs.includes(sealed, position - 1, largest.size(), proof.inclusion(position - 1), largest.root())) {
                breaks(
                        position,
                        position,
                        "it is not the event that was sealed: something in it was changed, or another stands in its place");
            } else {
                goOnWithoutTiles("the tiles do not belong to the checkpoint of " + largest.size()
                        + " (noticed at position " + position + ")");
            }
        } catch (MissingTile | UncheckedIOException e) {
            goOnWithoutTiles("the tiles are no help: " + e.getMessage());
        }
    }

    private Hash sealed(TileSource source, long position, long size) {
        long index = (position - 1) / Tile.FULL;
        if (index != rowIndex) {
            row = source.read(Tile.in(size, 0, index).orElseThrow());
            rowIndex = index;
        }
        int at = (int) ((position - 1) % Tile.FULL) * Hash.BYTES;
        return Hash.of(Arrays.copyOfRange(row, at, at + Hash.BYTES));
    }

    private void goOnWithoutTiles(String why) {
        tilesServe = false;
        note = "note: " + why;
    }

    private void breaks(long position, long until, String what) {
        provesWhatWasTaken();
        broken = new Verdict.Broken(position, until, what, intactTo, note);
    }

    /** With tiles, what was taken before the break can be proven to be how the log of the largest checkpoint begins. */
    private void provesWhatWasTaken() {
        Checkpoint largest = checkpoints.getLast();
        if (!tilesServe || tiles == null || tree.size() <= intactTo || tree.size() > largest.size()) {
            return;
        }
        try {
            TileTree sealed = new TileTree(tiles, largest.size());
            if (Proofs.consistent(
                    tree.size(), tree.root(), largest.size(), largest.root(), sealed.consistency(tree.size()))) {
                intactTo = tree.size();
            }
        } catch (MissingTile | UncheckedIOException e) {
            goOnWithoutTiles("the tiles are no help: " + e.getMessage());
        }
    }

    /** What a reader of an intact verdict should know too; null for nothing. */
    @Nullable
    String note() {
        return note;
    }
}
