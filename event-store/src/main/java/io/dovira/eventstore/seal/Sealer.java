package io.dovira.eventstore.seal;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogDamaged;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.Proofs;
import io.dovira.eventstore.tlog.SignedNote;
import io.dovira.eventstore.tlog.TileTree;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and seals it, one head after the other. Any number may run, in any number of processes; one of them publishes each head.
 *
 * <table>
 * <caption>The steps of a head, and what is left when the process dies after one</caption>
 * <tr><td>the tiles are stored</td><td>tiles beyond the head; the next sealer finds in them what it stores itself</td></tr>
 * <tr><td>the head is checked: it begins as the published one and as the one last signed here</td><td>the same</td></tr>
 * <tr><td>it is signed</td><td>a signature that nobody has seen</td></tr>
 * <tr><td>it is remembered beside the key</td><td>the next head goes on from it, published or not</td></tr>
 * <tr><td>it is published, if the published one is still the one it goes on from</td><td>done</td></tr>
 * </table>
 *
 * <p>If the log is not what was sealed, nothing is signed any more, now and after any restart, until a person has looked: {@link
 * Contradiction}. Nothing is ever repaired here.
 */
public final class Sealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int TAKEN_AT_ONCE = 4_096;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final EventLog log;
    private final SealStore store;
    private final SealFiles files;
    private final NoteSigner signer;
    private final SealOptions options;
    private final Step.Listener steps;
    private final Thread thread;

    private volatile boolean closed;
    private volatile @Nullable String problem;

    // Touched by the sealing thread only.
    private @Nullable SealedHead head;
    private @Nullable TreeBuilder tree;
    private @Nullable Tail tail;

    public Sealer(EventLog log, SealStore store, SealFiles files, NoteSigner signer, SealOptions options) {
        this(log, store, files, signer, options, step -> {});
    }

    Sealer(
            EventLog log,
            SealStore store,
            SealFiles files,
            NoteSigner signer,
            SealOptions options,
            Step.Listener steps) {
        this.log = log;
        this.store = store;
        this.files = files;
        this.signer = signer;
        this.options = options;
        this.steps = steps;
        this.thread = Thread.ofPlatform().daemon().name("dovira-sealer").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Why nothing is sealed at present, when that is so and no contradiction; it is tried again. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            forget();
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                round();
                if (problem != null) {
                    LOG.info("sealing again");
                    problem = null;
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                forget();
                if (!closed) {
                    if (problem == null) {
                        LOG.warn("the log is not sealed at present; trying again until it can be", e);
                    }
                    problem = String.valueOf(e.getMessage());
                    LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
                }
            }
        }
        forget();
    }

    /**
     * Seals what comes within the interval; returns whether a head was published.
     *
     * @throws RuntimeException if something does not answer; the next round begins from what is stored
     */
    boolean round() throws InterruptedException {
        if (store.contradiction().isPresent()) {
            forget();
            idle();
            return false;
        }
        try {
            return seal();
        } catch (Contradicted e) {
            contradict(e.position(), String.valueOf(e.getMessage()));
            return false;
        } catch (LogDamaged e) {
            if (e.position() > store.head().map(SealedHead::size).orElse(0L)) {
                // Never sealed: it cannot contradict anything, but nothing behind it can be sealed either.
                throw e;
            }
            contradict(e.position(), String.valueOf(e.getMessage()));
            return false;
        } catch (MissingTile e) {
            throw new IllegalStateException("the seal is incomplete: " + e.getMessage(), e);
        }
    }

    private void contradict(long position, String what) {
        forget();
        LOG.error("the log is not what was sealed, nothing is signed any more: {} (position {})", what, position);
        store.contradict(new Contradiction(position, what, options.clock().instant()));
    }

    private boolean seal() throws InterruptedException {
        goOnFromWhatIsPublished();
        long signed = stillStands();
        if (!gather()) {
            return false;
        }
        // Once more, now that time has passed: what was gathered must go on from what is sealed.
        lastSealedStands();
        TreeBuilder grown = tree();
        store.store(grown.takeGrown());
        steps.reached(Step.TILES_STORED);
        if (grown.size() < signed) {
            // A larger head was signed by one that died before it could publish it: first reach that.
            return false;
        }
        boolean won = files.alone(() -> publish(new Checkpoint(signer.key().name(), grown.size(), grown.root())));
        if (!won) {
            // Another sealer was first, and has sealed the same events: begin from its head.
            forget();
        }
        return won;
    }

    private void goOnFromWhatIsPublished() {
        SealedHead published = store.head().orElse(null);
        if (tree != null && Objects.equals(published, head)) {
            return;
        }
        forget();
        if (published != null) {
            // Written into the store by somebody without the key, or by another installation.
            Checkpoint said = Checkpoint.of(signer.key().verified(SignedNote.of(published.note())));
            if (said.size() != published.size() || !said.root().equals(published.root())) {
                throw new Contradicted(0, "the published head is not the one that was signed");
            }
        }
        long size = published == null ? 0 : published.size();
        TreeBuilder stored = TreeBuilder.of(store, size);
        if (published != null && !stored.root().equals(published.root())) {
            throw new Contradicted(0, "the stored tiles do not give the root that was signed at " + size);
        }
        head = published;
        tree = stored;
        tail = log.tail(size);
    }

    /**
     * The log still reaches to what was sealed, and its last sealed event is the one. The patrol looks at all others.
     *
     * @return the size of the head that was last signed here
     */
    private long stillStands() {
        long sealed = head == null ? 0 : head.size();
        // Before the end of the log: what another sealer signs meanwhile must not look as if it were cut off.
        long signed = files.alone(() -> files.lastSigned(signer.key()))
                .map(Checkpoint::size)
                .orElse(0L);
        long end = log.head();
        if (end < Math.max(sealed, signed)) {
            throw new Contradicted(
                    end + 1, "the log ends at position " + end + ", and " + Math.max(sealed, signed) + " were sealed");
        }
        lastSealedStands();
        return signed;
    }

    private void lastSealedStands() {
        long sealed = head == null ? 0 : head.size();
        if (sealed > 0) {
            Hash now = Leaves.of(log.event(sealed)
                            .orElseThrow(() -> new Contradicted(sealed, "the last sealed event is missing")))
                    .hash();
            if (!now.equals(new TileTree(store, sealed).leaf(sealed - 1))) {
                throw new Contradicted(sealed, "the last sealed event was changed");
            }
        }
    }

    private boolean gather() throws InterruptedException {
        TreeBuilder growing = tree();
        Tail events = Objects.requireNonNull(tail);
        long before = growing.size();
        long deadline = System.nanoTime() + options.interval().toNanos();
        while (growing.size() - before < options.most()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            for (StoredEvent event : events.poll(TAKEN_AT_ONCE, Duration.ofNanos(left))) {
                if (event.position() != growing.size() + 1) {
                    throw new IllegalStateException("position " + event.position() + " came after " + growing.size());
                }
                growing.append(Leaves.of(event).hash());
            }
        }
        return growing.size() > before;
    }

    private boolean publish(Checkpoint next) throws IOException {
        TileTree stored = new TileTree(store, next.size());
        if (!stored.root().equals(next.root())) {
            throw new Contradicted(0, "the stored tiles do not give the root of the log at " + next.size());
        }
        Optional<Checkpoint> signed = files.lastSigned(signer.key());
        if (signed.isPresent()) {
            if (signed.get().size() > next.size()) {
                // Another process on this directory has just signed a larger one.
                return false;
            }
            requireGoesOn(signed.get(), next, stored);
        }
        if (head != null) {
            requireGoesOn(new Checkpoint(next.origin(), head.size(), head.root()), next, stored);
        }
        steps.reached(Step.CHECKED);
        SignedNote note = signer.sign(next.text());
        steps.reached(Step.SIGNED);
        files.remember(note);
        steps.reached(Step.REMEMBERED);
        SealedHead fresh = SealedHead.of(next, note.toString(), options.clock().instant());
        if (!store.publish(head, fresh)) {
            return false;
        }
        head = fresh;
        steps.reached(Step.PUBLISHED);
        return true;
    }

    /** By proof from the tiles as they are stored, not as they are remembered here. */
    private static void requireGoesOn(Checkpoint former, Checkpoint next, TileTree stored) {
        if (!Proofs.consistent(
                former.size(), former.root(), next.size(), next.root(), stored.consistency(former.size()))) {
            throw new Contradicted(
                    0,
                    "the log of " + next.size() + " events does not begin as the one of " + former.size()
                            + " that was signed");
        }
    }

    private TreeBuilder tree() {
        return Objects.requireNonNull(tree);
    }

    /** The next round begins from what is stored. */
    private void forget() {
        if (tail != null) {
            tail.close();
        }
        tail = null;
        tree = null;
        head = null;
    }

    private void idle() throws InterruptedException {
        Thread.sleep(options.interval());
    }
}
