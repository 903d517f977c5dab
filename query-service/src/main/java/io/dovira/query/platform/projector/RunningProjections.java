package io.dovira.query.platform.projector;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.ProjectionStatus;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Shown;
import io.dovira.query.platform.Views;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every projection there is a fold for, in the builds that it has. Begins after the web server listens, stops before the database connection
 * goes. One thread looks again and again which builds there shall be: another service may have changed it.
 */
@Component
@EnableConfigurationProperties(ProjectorOptions.class)
class RunningProjections implements Projections, Shown, SmartLifecycle, ProjectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjections.class);
    private static final long ELSEWHERE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long BUILDS_POLL_MS = 250;
    private static final long SWITCH_POLL_MS = 10;

    private static final long HEAD_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<ProjectionBuilds> all = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final Semaphore changed = new Semaphore(0);
    private final EventLog log;
    private final Clock clock;
    private volatile boolean running;
    private volatile Thread looking = Thread.currentThread();
    private volatile long head;
    private volatile long headRead = System.nanoTime() - HEAD_AGE_NANOS;

    RunningProjections(
            List<Fold> folds,
            ObjectProvider<ProjectionListener> listeners,
            Views views,
            EventLog log,
            MongoClient client,
            MongoDatabase viewsDatabase,
            ProjectorOptions options,
            MeterRegistry registry,
            Clock clock) {
        this.log = log;
        this.clock = clock;
        Storage storage = new Storage(client, viewsDatabase);
        TokenStore tokens = storage.tokens(UUID.randomUUID().toString(), options.claimTimeout());
        Pace pace = new Pace(options.rebuild().liveBudget());
        Gauge.builder("dovira.rebuild.share", pace, Pace::share)
                .description("part of the time that rebuilds may work")
                .register(registry);
        Others others = Others.of(listeners);
        for (Fold fold : folds) {
            ProjectionBuilds builds = new ProjectionBuilds(
                    fold,
                    log,
                    storage,
                    tokens,
                    options,
                    (name, position) -> {
                        written(name, position);
                        others.written(name, position);
                    },
                    new ProjectorMeters(registry, fold.name()),
                    pace,
                    clock,
                    () -> views.indexes(fold.name()),
                    StoredDocuments.Steps.NONE);
            builds.onChange(changed::release);
            all.add(builds);
        }
        all.sort(Comparator.comparing(builds -> builds.fold().name()));
    }

    /** The listeners, looked up when the first batch is written: features may depend on the projections themselves. */
    private record Others(Supplier<List<ProjectionListener>> listeners) implements ProjectionListener {

        static Others of(ObjectProvider<ProjectionListener> listeners) {
            return new Others(SingletonSupplier.of(() -> listeners
                    .orderedStream()
                    .filter(listener -> !(listener instanceof RunningProjections))
                    .toList()));
        }

        @Override
        public void written(String fold, long position) {
            listeners.get().forEach(listener -> tell(listener, fold, position));
        }

        private static void tell(ProjectionListener listener, String fold, long position) {
            try {
                listener.written(fold, position);
            } catch (RuntimeException e) {
                LOG.warn("a listener of projection {} failed", fold, e);
            }
        }
    }

    @Override
    public void written(String fold, long position) {
        lock.lock();
        try {
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Build build(Fold fold) {
        return builds(fold.name()).shown();
    }

    @Override
    public long position(Build build) {
        return builds(build.projection()).position(build);
    }

    @Override
    public long head() {
        long now = System.nanoTime();
        if (now - headRead > HEAD_AGE_NANOS) {
            headRead = now;
            head = Math.max(head, log.head());
        }
        return all.stream()
                .filter(builds -> builds.runsHere(builds.shown()))
                .mapToLong(builds -> builds.position(builds.shown()))
                .reduce(head, Math::max);
    }

    @Override
    public Instant completeUntil(Fold fold) {
        Instant now = clock.instant();
        ProjectionBuilds builds = builds(fold.name());
        long next = builds.position(builds.shown()) + 1;
        if (next > head()) {
            return now;
        }
        return log.event(next)
                .map(StoredEvent::recordedAt)
                .filter(recorded -> recorded.isBefore(now.minus(LATE)))
                .orElse(now);
    }

    @Override
    public void await(Fold fold, long wanted) {
        if (wanted < 0) {
            throw Problem.unreadable("minPosition", Long.toString(wanted), "a position: a whole number from 0");
        }
        ProjectionBuilds builds = builds(fold.name());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_WAIT);
        long position = builds.position(builds.shown());
        lock.lock();
        try {
            while (position < wanted) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !running) {
                    throw Problem.behind(wanted, position);
                }
                // Woken when it runs here; if it runs elsewhere nobody calls, so look now and then.
                long most = builds.runsHere(builds.shown()) ? left : Math.min(left, ELSEWHERE_POLL_NANOS);
                // Woken or not, look.
                boolean inTime = written.await(most, TimeUnit.NANOSECONDS);
                position = builds.position(builds.shown());
                LOG.trace("position {} of {}, woken {}", position, wanted, inTime);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.behind(wanted, position);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ProjectionStatus> status() {
        return all.stream().map(ProjectionBuilds::status).toList();
    }

    /** @throws Problem with status 404 if there is no such projection */
    ProjectionBuilds builds(String name) {
        return all.stream()
                .filter(builds -> builds.fold().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no projection '" + name + "'"));
    }

    @Override
    public void start() {
        running = true;
        looking = Thread.ofPlatform().daemon().name("dovira-builds").start(this::look);
    }

    private void look() {
        List<ProjectionBuilds> waiting = new ArrayList<>(all);
        while (running) {
            waiting.removeIf(builds -> tried(builds, builds::begin));
            all.stream().filter(builds -> !waiting.contains(builds)).forEach(builds -> tried(builds, builds::refresh));
            boolean switching = all.stream().anyMatch(ProjectionBuilds::isSwitching);
            try {
                if (changed.tryAcquire(switching ? SWITCH_POLL_MS : BUILDS_POLL_MS, TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static boolean tried(ProjectionBuilds builds, Runnable step) {
        try {
            step.run();
            return true;
        } catch (MongoException e) {
            LOG.debug(
                    "the builds of projection {} cannot be looked at: {}",
                    builds.fold().name(),
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the builds of projection {} cannot be looked at",
                    builds.fold().name(),
                    e);
        }
        return false;
    }

    @Override
    public void stop() {
        running = false;
        written("", 0);
        changed.release();
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProjectionBuilds::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
