package io.dovira.eventstore.seal;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.Tile;
import io.dovira.eventstore.tlog.TileTree;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What outsiders may know of the log: the head, the tiles under it, proofs. Only hashes. Thread-safe; the head may be half a second old. */
public final class Seal {

    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(500);

    private final EventLog log;
    private final SealStore store;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    public Seal(EventLog log, SealStore store, Clock clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    private record Seen(State state, long at) {}

    /**
     * @param sealed the published head, null before the first
     * @param head last position of the log
     * @param behind age of the oldest event that is not sealed; zero when all are
     * @param contradiction why nothing is sealed any more, null when all is well
     */
    public record State(
            @Nullable SealedHead sealed,
            long head,
            Duration behind,
            @Nullable Contradiction contradiction) {

        public long size() {
            return sealed == null ? 0 : sealed.size();
        }
    }

    public State state() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at < FRESH) {
            return last.state;
        }
        // The seal before the log: what is sealed meanwhile must not show as beyond its end.
        SealedHead sealed = store.head().orElse(null);
        long size = sealed == null ? 0 : sealed.size();
        long head = log.head();
        Duration behind = head <= size ? Duration.ZERO : age(size + 1);
        State state = new State(sealed, head, behind, store.contradiction().orElse(null));
        seen = new Seen(state, System.nanoTime());
        return state;
    }

    private Duration age(long position) {
        Duration age = log.event(position)
                .map(event -> Duration.between(event.recordedAt(), clock.instant()))
                .orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** The hashes of a tile of the published tree; empty if it has no such tile, or not of this width. */
    public Optional<byte[]> tile(Tile tile) {
        if (!tile.isIn(state().size())) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.read(tile));
        } catch (MissingTile e) {
            throw new IllegalStateException("the seal is incomplete: " + e.getMessage(), e);
        }
    }

    /** That a leaf is in a tree. */
    public record Inclusion(Hash leaf, List<Hash> hashes, Hash root) {}

    /** @param size of the tree, at most the published one, at least the position */
    public Inclusion inclusion(long position, long size) {
        TileTree tree = new TileTree(store, size);
        return new Inclusion(tree.leaf(position - 1), tree.inclusion(position - 1), tree.root());
    }

    /** That a tree began as another. */
    public record Consistency(Hash fromRoot, Hash toRoot, List<Hash> hashes) {}

    /** @param to at most the published size */
    public Consistency consistency(long from, long to) {
        TileTree tree = new TileTree(store, to);
        return new Consistency(tree.root(from), tree.root(), tree.consistency(from));
    }
}
