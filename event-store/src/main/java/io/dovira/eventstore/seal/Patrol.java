package io.dovira.eventstore.seal;

import com.mongodb.MongoException;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogDamaged;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.Proofs;
import io.dovira.eventstore.tlog.TileTree;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the sealed part of the log again and again, slowly, and compares each event with its hash in the tiles, and all of them with the root that was
 * signed: who alters an old event, a tile, or both alike is found without anybody asking.
 */
public final class Patrol implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);
    private static final int AT_ONCE = 500;
    private static final Duration BETWEEN_WALKS = Duration.ofSeconds(30);
    private static final Duration UNTIL_SOMETHING_IS_SEALED = Duration.ofSeconds(2);

    private final EventLog log;
    private final SealStore store;
    private final Clock clock;
    private final int perSecond;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long checkedTo;

    /** @param perSecond most events that are looked at in a second */
    public Patrol(EventLog log, SealStore store, Clock clock, int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("perSecond must be positive: " + perSecond);
        }
        this.log = log;
        this.store = store;
        this.clock = clock;
        this.perSecond = perSecond;
        this.thread = Thread.ofVirtual().name("dovira-seal-patrol").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Positions 1 to this one were found as they were sealed since this process began. */
    public long checkedTo() {
        return checkedTo;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed) {
                boolean walked = false;
                try {
                    walked = walk();
                } catch (MongoException | LogUnavailable e) {
                    LOG.debug("the walk is broken off", e);
                } catch (RuntimeException e) {
                    // Whatever else it is: a patrol that ended would look like one that found nothing.
                    LOG.warn("the walk is broken off; there will be another", e);
                }
                Thread.sleep(walked ? BETWEEN_WALKS : UNTIL_SOMETHING_IS_SEALED);
            }
        } catch (InterruptedException e) {
            LOG.debug("closed");
        }
    }

    /**
     * One walk, up to the head that is published now; stops at the first event or tile that is not as it was sealed, and says so in the store.
     *
     * @return whether there was anything to walk
     */
    boolean walk() throws InterruptedException {
        SealedHead head = store.head().orElse(null);
        if (head == null || store.contradiction().isPresent()) {
            return false;
        }
        long reached = 0;
        TreeBuilder walked = TreeBuilder.empty();
        try (LogCursor events = log.read(0)) {
            while (reached < head.size() && !closed) {
                List<StoredEvent> batch = events.nextBatch(AT_ONCE);
                if (batch.isEmpty()) {
                    throw new Contradicted(reached + 1, "the log ends before what was sealed");
                }
                // A tree per batch: what it has read of the tiles would else fill the memory.
                TileTree sealed = new TileTree(store, head.size());
                for (StoredEvent event : batch) {
                    if (reached == head.size()) {
                        break;
                    }
                    walked.append(compared(event, reached + 1, sealed, head.root()));
                    reached++;
                }
                walked.dropGrown();
                checkedTo = Math.max(reached, checkedTo);
                Thread.sleep(Duration.ofNanos(batch.size() * 1_000_000_000L / perSecond));
            }
            if (reached == head.size() && !walked.root().equals(head.root())) {
                throw new Contradicted(
                        0, "events and their tiles were changed alike: they do not give the root that was signed");
            }
        } catch (Contradicted e) {
            contradict(e.position(), String.valueOf(e.getMessage()));
        } catch (LogDamaged e) {
            if (e.position() <= head.size()) {
                contradict(e.position(), String.valueOf(e.getMessage()));
            }
        } catch (MongoException | LogUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // Bytes that are no event any more.
            contradict(reached + 1, "an event at or soon after this position cannot be read: " + e.getMessage());
        }
        return true;
    }

    /** The event's hash, which is the one in the tile. */
    private static Hash compared(StoredEvent event, long expected, TileTree sealed, Hash root) {
        if (event.position() != expected) {
            throw new Contradicted(expected, "the event is missing");
        }
        Hash now = Leaves.of(event).hash();
        try {
            if (!now.equals(sealed.leaf(expected - 1))) {
                throw differs(now, expected - 1, sealed, root);
            }
        } catch (MissingTile e) {
            // The tiles of a head are stored before it is published.
            throw new Contradicted(expected, "a tile was taken away or damaged: " + e.getMessage());
        }
        return now;
    }

    /** Of two hashes the one was sealed that leads to the signed root. */
    private static Contradicted differs(Hash event, long index, TileTree sealed, Hash root) {
        boolean eventLeads = Proofs.includes(event, index, sealed.size(), sealed.inclusion(index), root);
        return new Contradicted(
                index + 1,
                eventLeads
                        ? "the event is the one that was sealed, its hash in the tiles was changed"
                        : "the event is not the one that was sealed");
    }

    private void contradict(long position, String what) {
        LOG.error("the log is not what was sealed, nothing is signed any more: {} (position {})", what, position);
        store.contradict(new Contradiction(position, what, clock.instant()));
    }
}
