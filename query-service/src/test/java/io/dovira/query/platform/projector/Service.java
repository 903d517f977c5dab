package io.dovira.query.platform.projector;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One projection as a process of its own would run it: with its own reader of the log, its own name, its own memory. */
final class Service implements AutoCloseable {

    private static final ProjectorOptions OPTIONS = new ProjectorOptions(
            40,
            10_000,
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            new ProjectorOptions.Rebuild(100, Duration.ofSeconds(1), Duration.ofMillis(100)));

    private final EventLog log;
    private final ProjectionBuilds builds;
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private final ScheduledFuture<?> looked;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    Service(Fold fold, MongoDatabase logDatabase, MongoDatabase views, StoredDocuments.Steps steps) {
        log = EventLog.open(logDatabase, LogOptions.defaults());
        Storage storage = new Storage(TestMongo.client(), views);
        builds = new ProjectionBuilds(
                fold,
                log,
                storage,
                storage.tokens(Rig.newOwner(), OPTIONS.claimTimeout()),
                OPTIONS,
                (name, position) -> told.add(position),
                new ProjectorMeters(new SimpleMeterRegistry(), fold.name()),
                new Pace(OPTIONS.rebuild().liveBudget()),
                Clock.systemUTC(),
                () -> List.of(new Views.Index("offices", Indexes.ascending("closed"))),
                steps);
        builds.begin();
        looked = looking.scheduleWithFixedDelay(builds::refresh, 10, 10, TimeUnit.MILLISECONDS);
    }

    ProjectionBuilds builds() {
        return builds;
    }

    /** Of what is shown. */
    long position() {
        return builds.position(builds.shown());
    }

    /** The positions that listeners were told. */
    List<Long> told() {
        return told;
    }

    @Override
    public void close() {
        looked.cancel(false);
        looking.shutdown();
        try {
            looking.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        builds.stop();
        log.close();
    }
}
