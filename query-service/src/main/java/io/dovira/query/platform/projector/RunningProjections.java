package io.dovira.query.platform.projector;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.ProjectionStatus;
import io.dovira.query.platform.Projections;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A projector for each fold there is. Begins after the web server listens, stops before the database connection goes. */
@Component
@EnableConfigurationProperties(ProjectorOptions.class)
class RunningProjections implements Projections, SmartLifecycle, ProjectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjections.class);
    private static final long ELSEWHERE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final long HEAD_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<Projector> projectors = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final EventLog log;
    private volatile boolean running;
    private volatile long head;
    private volatile long headRead = System.nanoTime() - HEAD_AGE_NANOS;

    RunningProjections(
            List<Fold> folds,
            ObjectProvider<ProjectionListener> listeners,
            EventLog log,
            MongoClient client,
            MongoDatabase viewsDatabase,
            ProjectorOptions options,
            MeterRegistry registry) {
        this.log = log;
        Storage storage = new Storage(client, viewsDatabase);
        TokenStore tokens = storage.tokens(UUID.randomUUID().toString(), options.claimTimeout());
        for (Fold fold : folds) {
            projectors.add(new Projector(
                    fold,
                    log,
                    storage,
                    tokens,
                    options,
                    List.of(this, new Others(listeners)),
                    new ProjectorMeters(registry, fold.name()),
                    StoredDocuments.Steps.NONE));
        }
        projectors.sort(Comparator.comparing(projector -> projector.fold().name()));
    }

    /** The listeners, looked up when the first batch is written: features may depend on the projections themselves. */
    private record Others(ObjectProvider<ProjectionListener> listeners) implements ProjectionListener {
        @Override
        public void written(String fold, long position) {
            listeners
                    .orderedStream()
                    .filter(listener -> !(listener instanceof RunningProjections))
                    .forEach(listener -> listener.written(fold, position));
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
    public long position(Fold fold) {
        return projector(fold.name()).position();
    }

    @Override
    public long head() {
        long now = System.nanoTime();
        if (now - headRead > HEAD_AGE_NANOS) {
            headRead = now;
            head = Math.max(head, log.head());
        }
        return projectors.stream()
                .filter(Projector::runsHere)
                .mapToLong(Projector::position)
                .reduce(head, Math::max);
    }

    @Override
    public void await(Fold fold, long wanted) {
        if (wanted < 0) {
            throw Problem.unreadable("minPosition", Long.toString(wanted), "a position: a whole number from 0");
        }
        Projector projector = projector(fold.name());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_WAIT);
        long position = projector.position();
        lock.lock();
        try {
            while (position < wanted) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !running) {
                    throw Problem.behind(wanted, position);
                }
                // Woken when it runs here; if it runs elsewhere nobody calls, so look now and then.
                long most = projector.runsHere() ? left : Math.min(left, ELSEWHERE_POLL_NANOS);
                // Woken or not, look.
                boolean inTime = written.await(most, TimeUnit.NANOSECONDS);
                position = projector.position();
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
        return projectors.stream().map(Projector::status).toList();
    }

    /** @throws Problem with status 404 if there is no such projection */
    Projector projector(String name) {
        return projectors.stream()
                .filter(projector -> projector.fold().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no projection '" + name + "'"));
    }

    @Override
    public void start() {
        running = true;
        projectors.forEach(Projector::start);
    }

    @Override
    public void stop() {
        running = false;
        written("", 0);
        projectors.forEach(Projector::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
