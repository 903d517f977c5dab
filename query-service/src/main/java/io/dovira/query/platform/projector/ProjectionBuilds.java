package io.dovira.query.platform.projector;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.ProjectionStatus;
import io.dovira.query.platform.ProjectionStatus.Progress;
import io.dovira.query.platform.ProjectionStatus.State;
import io.dovira.query.platform.Views;
import io.dovira.query.platform.projector.Builds.NotNow;
import io.dovira.query.platform.projector.Builds.Phase;
import io.dovira.query.platform.projector.Builds.Rebuild;
import io.dovira.query.platform.projector.Builds.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The builds of one projection, as this service runs and shows them. What there is stands in the {@link BuildRegister}; {@link #refresh} makes
 * this service do what stands there: it starts and stops projectors, and shows another build once that one is as far as the one shown before.
 *
 * <p>A service that dies loses nothing here: each step is a change of the register, made after what it tells of has been stored.
 */
final class ProjectionBuilds implements Overseer {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionBuilds.class);

    private final Fold fold;
    private final EventLog log;
    private final Storage storage;
    private final TokenStore tokens;
    private final BuildRegister register;
    private final ProjectorOptions options;
    private final ProjectionListener listener;
    private final ProjectorMeters meters;
    private final Pace pace;
    private final Clock clock;
    private final Supplier<List<Views.Index>> indexes;
    private final StoredDocuments.Steps steps;
    private final Handover handover;
    private final Map<Build, Projector> projectors = new ConcurrentHashMap<>();
    private final Map<Build, Long> discardedSince = new ConcurrentHashMap<>();
    private final Set<Build> stopping = ConcurrentHashMap.newKeySet();
    private final Map<Build, Speed> speeds = new ConcurrentHashMap<>();
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicReference<@Nullable Builds> builds = new AtomicReference<>();
    private volatile @Nullable Build shown;
    private volatile Runnable onChange = () -> {};

    ProjectionBuilds(
            Fold fold,
            EventLog log,
            Storage storage,
            TokenStore tokens,
            ProjectorOptions options,
            ProjectionListener listener,
            ProjectorMeters meters,
            Pace pace,
            Clock clock,
            Supplier<List<Views.Index>> indexes,
            StoredDocuments.Steps steps) {
        this.fold = fold;
        this.log = log;
        this.storage = storage;
        this.tokens = tokens;
        this.register = new BuildRegister(storage);
        this.options = options;
        this.listener = listener;
        this.meters = meters;
        this.pace = pace;
        this.clock = clock;
        this.indexes = indexes;
        this.steps = steps;
        this.handover = new Handover(this, storage, options.claimTimeout().multipliedBy(2), clock, indexes, steps);
    }

    Fold fold() {
        return fold;
    }

    /** Called when the register was changed from here: nobody need wait for the next look. */
    void onChange(Runnable callback) {
        onChange = callback;
    }

    Builds builds() {
        Builds known = builds.get();
        return known == null ? read() : known;
    }

    /** What the register says. What was read before somebody here changed it must not hide the change. */
    private Builds read() {
        Builds before = builds.get();
        Builds read = register.read(fold.name(), fold.version());
        Builds now = builds.compareAndSet(before, read) ? read : builds.get();
        return now == null ? read : now;
    }

    /** The build that this service shows. */
    Build shown() {
        Build now = shown;
        if (now == null) {
            now = builds().shownBy(fold.version());
            shown = now;
        }
        return now;
    }

    long position(Build build) {
        Projector projector = projectors.get(build);
        return projector == null ? storage.position(build) : projector.position();
    }

    boolean runsHere(Build build) {
        Projector projector = projectors.get(build);
        return projector != null && projector.runsHere();
    }

    /** The dead letters of what is shown. */
    List<DeadLetters.Letter> letters() {
        Build build = shown();
        return new DeadLetters(storage.deadLetters(build), new Settled(storage.database(), build)).all();
    }

    /** Tries dead letters of what is shown again; fails if that does not run here. */
    CompletableFuture<Integer> retry(@Nullable String sequence) {
        Projector projector = projectors.get(shown());
        return projector == null
                ? CompletableFuture.failedFuture(new IllegalStateException("the projection does not run here"))
                : projector.retry(sequence);
    }

    /** Every index of what is shown, for a release that wants another one. */
    void begin() {
        storage.index(shown(), indexes.get());
        refresh();
    }

    /** Does what the register says. Not at the same time on two threads. */
    void refresh() {
        refreshing.lock();
        try {
            Builds now = read();
            if (isNewDefinition(now)) {
                LOG.info(
                        "projection {} is at version {}, this release has {}: it is built beside what is shown",
                        fold.name(),
                        now.live().version(),
                        fold.version());
                now = change(before -> isNewDefinition(before)
                        ? before.asked(fold.version(), new Wish("system", clock.instant()))
                        : before);
            }
            run(now);
            show(now);
            measure(now);
            for (Build build : now.discarded()) {
                remove(build);
            }
        } finally {
            refreshing.unlock();
        }
    }

    /** Nothing of this version was ever asked for: somebody who has cancelled it is not asked again. */
    private boolean isNewDefinition(Builds now) {
        return now.live().version() < fold.version()
                && now.rebuild() == null
                && now.inUse().noneMatch(build -> build.version() == fold.version())
                && now.deeds().stream().noneMatch(deed -> deed.build().version() == fold.version());
    }

    private void run(Builds now) {
        Map<Build, Role> wanted = now.inUse()
                .filter(build -> build.version() == fold.version())
                .collect(Collectors.toMap(build -> build, build -> role(now, build)));
        projectors.forEach((build, projector) -> {
            if (!wanted.containsKey(build) && stopping.add(build)) {
                // It finishes its batch; nobody waits for that.
                Thread.startVirtualThread(() -> {
                    projector.stop();
                    projectors.remove(build);
                    handover.forget(build);
                    speeds.remove(build);
                    stopping.remove(build);
                });
            }
        });
        wanted.forEach((build, role) -> {
            Projector projector = projectors.get(build);
            if (projector == null) {
                projector = new Projector(fold, build, role, log, storage, tokens, options, this, meters, pace, steps);
                projectors.put(build, projector);
                projector.start();
            } else if (projector.role() != role) {
                projector.become(role);
            } else {
                projector.nudge();
            }
        });
    }

    private Role role(Builds now, Build build) {
        Rebuild rebuild = now.rebuild();
        if (build.equals(now.live()) || build.equals(now.shownBy(fold.version()))) {
            return Role.SHOWN;
        }
        boolean filling = rebuild != null && rebuild.build().equals(build) && rebuild.phase() != Phase.HELD;
        return filling ? Role.REBUILD : Role.KEPT;
    }

    /** Another build is shown only when it is as far as the one before, so that nobody sees a position fall. */
    private void show(Builds now) {
        Build wanted = now.shownBy(fold.version());
        Build before = shown();
        if (!wanted.equals(before) && position(wanted) >= position(before)) {
            shown = wanted;
            LOG.info("projection {}: {} is shown now, {} was before", fold.name(), wanted.name(), before.name());
            listener.written(fold.name(), position(wanted));
        }
    }

    /** Whether another build shall be shown and is not yet. */
    boolean isSwitching() {
        Builds now = builds.get();
        return now != null && !now.shownBy(fold.version()).equals(shown());
    }

    /**
     * Removes what nobody needs. Readers that have begun may read it for a moment, and an owner that was held up may write a last batch: so not
     * at once, and only with its claim.
     */
    private void remove(Build build) {
        long since = discardedSince.computeIfAbsent(build, first -> System.nanoTime());
        if (System.nanoTime() - since < options.claimTimeout().toNanos() || projectors.containsKey(build)) {
            return;
        }
        try {
            new Claim(tokens, build).take();
        } catch (UnableToClaimTokenException e) {
            return;
        }
        storage.remove(build);
        change(now -> now.removed(build));
        discardedSince.remove(build);
        LOG.info("projection {}: nothing is left of {}", fold.name(), build.name());
    }

    /** All of them at once: each finishes its batch. */
    void stop() {
        List<Thread> ends = projectors.values().stream()
                .map(projector -> Thread.startVirtualThread(projector::stop))
                .toList();
        for (Thread each : ends) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        projectors.keySet().forEach(handover::forget);
        projectors.clear();
    }

    /** @throws NotNow what the step throws */
    Builds change(UnaryOperator<Builds> step) {
        Builds after = register.change(fold.name(), fold.version(), step);
        builds.accumulateAndGet(
                after, (known, now) -> known != null && known.revision() > now.revision() ? known : now);
        onChange.run();
        return after;
    }

    void ask(String by) {
        change(now -> now.asked(fold.version(), wish(by)));
        tell("a rebuild", by);
    }

    void cancel(String by) {
        change(now -> now.cancelled(wish(by)));
        tell("the end of the rebuild", by);
    }

    void take(String by) {
        change(now -> now.taken(wish(by)));
        tell("the switch to a build that differs", by);
    }

    void goBack(String by) {
        change(now -> now.backAsked(fold.version(), wish(by)));
        tell("the build before", by);
    }

    void discardKept(String by) {
        change(now -> now.keptDiscarded(wish(by)));
        tell("the end of the build before", by);
    }

    private void tell(String what, String by) {
        LOG.info("projection {}: {} was asked for by {}", fold.name(), what, by);
    }

    private Wish wish(String by) {
        return new Wish(by, clock.instant());
    }

    @Override
    public void claimed(Build build) {
        handover.forget(build);
    }

    @Override
    public void written(Build build, long position) {
        if (build.equals(shown)) {
            listener.written(fold.name(), position);
        }
    }

    @Override
    public boolean isAwaited(Build build) {
        Builds now = builds.get();
        return now != null && now.goBack() != null && build.equals(now.kept());
    }

    @Override
    public void folded(Build build, long position, StoredDocuments documents) {
        handover.folded(build, position, documents);
    }

    @Override
    public void between(Build build, Projection projection, boolean atHead, Beat beat) {
        handover.between(build, projection, atHead, beat);
    }

    ProjectionStatus status() {
        Build build = shown();
        Projector projector = projectors.get(build);
        Builds now = builds();
        long at = position(build);
        long end = Math.max(at, log.head());
        Build kept = now.kept();
        return new ProjectionStatus(
                fold.name(),
                build.version(),
                build.name(),
                at,
                end,
                end - at,
                projector != null && projector.runsHere() ? meters.eventsPerSecond() : 0,
                projector == null ? State.ELSEWHERE : projector.state(),
                storage.deadLetters(build).size(),
                projector == null ? null : projector.problem(),
                progress(now, end),
                kept == null ? null : kept.name());
    }

    private @Nullable Progress progress(Builds now, long end) {
        Rebuild rebuild = now.rebuild();
        if (rebuild == null) {
            return null;
        }
        Build build = rebuild.build();
        Projector projector = projectors.get(build);
        long at = position(build);
        Speed speed = speeds.computeIfAbsent(build, first -> new Speed());
        speed.at(at);
        double rate = speed.perSecond();
        long left = Math.max(0, end - at);
        return new Progress(
                build.name(),
                rebuild.phase().name(),
                at,
                end == 0 ? 100 : 100.0 * Math.min(at, end) / end,
                rate,
                left == 0 ? Long.valueOf(0) : rate > 0 ? Long.valueOf((long) Math.ceil(left / rate)) : null,
                storage.deadLetters(build).size(),
                projector == null ? State.ELSEWHERE : projector.state(),
                projector == null ? null : projector.problem());
    }

    /** Its speed is known before anybody asks. */
    private void measure(Builds now) {
        Rebuild rebuild = now.rebuild();
        if (rebuild != null) {
            speeds.computeIfAbsent(rebuild.build(), first -> new Speed()).at(position(rebuild.build()));
        }
    }
}
