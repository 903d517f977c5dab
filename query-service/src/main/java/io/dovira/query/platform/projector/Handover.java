package io.dovira.query.platform.projector;

import io.dovira.query.platform.Build;
import io.dovira.query.platform.Views;
import io.dovira.query.platform.projector.Builds.NotNow;
import io.dovira.query.platform.projector.Builds.Phase;
import io.dovira.query.platform.projector.Builds.Rebuild;
import io.dovira.query.platform.projector.Overseer.Beat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings another build to where it is shown: a new one once it is compared, or held where it differs; the one before once it has caught up.
 * Called on the thread of that build's projector, between two batches.
 */
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ProjectionBuilds projections;
    private final Storage storage;
    private final long patienceNanos;
    private final Clock clock;
    private final Supplier<List<Views.Index>> indexes;
    private final StoredDocuments.Steps steps;
    private final Map<Build, Comparing> comparing = new ConcurrentHashMap<>();

    /** @param patience for how long what is shown may not move before it is taken to stand still; another service may have to claim it first */
    Handover(
            ProjectionBuilds projections,
            Storage storage,
            Duration patience,
            Clock clock,
            Supplier<List<Views.Index>> indexes,
            StoredDocuments.Steps steps) {
        this.projections = projections;
        this.storage = storage;
        this.patienceNanos = patience.toNanos();
        this.clock = clock;
        this.indexes = indexes;
        this.steps = steps;
    }

    /** What was found of the build so far does not count any more. */
    void forget(Build build) {
        comparing.remove(build);
    }

    /** See {@link Overseer#folded}. */
    void folded(Build build, long position, StoredDocuments documents) {
        Comparing open = comparing.get(build);
        if (open != null) {
            open.passed(position, documents);
        }
    }

    /** See {@link Overseer#between}. */
    void between(Build build, Projection projection, boolean atHead, Beat beat) {
        Builds now = projections.builds();
        Rebuild rebuild = now.rebuild();
        try {
            if (rebuild != null && rebuild.build().equals(build) && rebuild.phase() != Phase.HELD) {
                compare(now, build, projection, atHead, beat);
            } else if (atHead
                    && projections.isAwaited(build)
                    && projection.position() >= projections.position(now.live())) {
                projections.change(before -> before.wentBack(build, projection.position(), clock.instant()));
                LOG.info("projection {}: back to {}", build.projection(), build.name());
            }
        } catch (NotNow e) {
            // Somebody else was quicker; the next look shows what has become of it.
            forget(build);
        } catch (Comparing.TooMuchMoved e) {
            LOG.info("projection {}: {} is compared again, {}", build.projection(), build.name(), e.getMessage());
            forget(build);
        }
    }

    private void compare(Builds now, Build build, Projection projection, boolean atHead, Beat beat) {
        Comparing open = comparing.get(build);
        if (open == null) {
            if (!atHead) {
                return;
            }
            projections.change(before -> before.comparing(build));
            steps.done("comparing");
            storage.index(build, indexes.get());
            steps.done("indexes");
            open = new Comparing(
                    storage.database(),
                    now.live(),
                    build,
                    projection.position(),
                    reached(now.live(), build, projection.position(), beat),
                    Comparing.MOST_REMEMBERED);
            SortedSet<String> kinds = storage.kinds(build);
            kinds.addAll(storage.kinds(now.live()));
            open.read(kinds, beat);
            comparing.put(build, open);
        }
        if (projection.position() >= open.until()) {
            forget(build);
            steps.done("compared");
            long letters = storage.deadLetters(now.live()).size();
            decide(
                    build,
                    projection,
                    open.result(clock.instant(), letters, projection.deadLetters(), takesLess(build, now.live())));
        }
    }

    /** Whether the new build could not take a fact that the shown one has taken. What that one has not come to says nothing. */
    private boolean takesLess(Build build, Build live) {
        long reached = projections.position(live);
        Set<Long> missed = storage.deadLetters(build).positions(reached);
        return !missed.isEmpty()
                && !storage.deadLetters(live).positions(reached).containsAll(missed);
    }

    /** Waits until what is shown has come to the position, or stands still. */
    private long reached(Build live, Build build, long wanted, Beat beat) {
        long at = projections.position(live);
        long moved = System.nanoTime();
        while (at < wanted && live.version() == build.version() && System.nanoTime() - moved < patienceNanos) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            beat.step();
            long next = projections.position(live);
            if (next > at) {
                moved = System.nanoTime();
            }
            at = next;
        }
        return at;
    }

    private void decide(Build build, Projection projection, Comparison found) {
        projections.change(before -> {
            Rebuild rebuild = before.rebuild();
            boolean taken = rebuild != null && rebuild.taken() != null;
            if (!found.with().equals(before.live())) {
                // Meanwhile another one is shown; what was found says nothing about that one.
                return before.comparing(build);
            }
            return found.isSafe() || taken
                    ? before.switched(build, projection.position(), found, clock.instant())
                    : before.held(build, found);
        });
        steps.done("decided");
        LOG.info(
                "projection {}: {} compared with {} at position {}: {} of {} documents the same, {} changed, {} gone, {} new",
                build.projection(),
                build.name(),
                found.with().name(),
                found.position(),
                found.same() + found.restamped(),
                found.documents(),
                found.changed(),
                found.onlyShown(),
                found.onlyNew());
    }
}
