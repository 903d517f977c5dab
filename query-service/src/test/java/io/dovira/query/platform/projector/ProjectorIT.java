package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.ProjectionStatus.State;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Projectors on their own threads, over a real log. Each has an own log reader and an own name, as in processes of their own. */
class ProjectorIT {

    private static final List<Recorded<?>> STORY = RandomStory.of(5, 900);
    private static final ProjectorOptions OPTIONS = new ProjectorOptions(
            40,
            10_000,
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            new ProjectorOptions.Rebuild(40, Duration.ofMillis(100), Duration.ofMillis(50)));

    private final Fold fold = MetricsFolds.fold();
    private final Build build = Build.first(fold.name(), fold.version());
    private final MongoDatabase logDatabase = TestMongo.freshDatabase();
    private final MongoDatabase views = TestMongo.freshDatabase();
    private final EventLog writer = EventLog.open(logDatabase, LogOptions.defaults());
    private final List<Runnable> closing = new ArrayList<>();
    private final List<Long> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        closing.reversed().forEach(Runnable::run);
        writer.close();
    }

    @Test
    void oneWorksWhileTheOtherStandsByAndTakesOverWhenThatOneStops() {
        Projector first = projector(views, StoredDocuments.Steps.NONE);
        first.start();
        soon().until(first::runsHere);
        Projector second = projector(views, StoredDocuments.Steps.NONE);
        second.start();

        append(0, 300);
        soon().until(() -> first.position() == 300);
        soon().until(() -> second.state() == State.ELSEWHERE);
        assertThat(second.position()).as("told from what is stored").isEqualTo(300);
        first.stop();
        append(300, 900);

        soon().until(() -> second.runsHere() && second.position() == 900);
        assertThat(contents(views)).isEqualTo(undisturbed());
        assertThat(second.letters()).isEmpty();
    }

    @Test
    void takesOverFromOneThatIsHeldUpInTheMiddleOfABatchWhichThenStandsBy() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        closing.add(goOn::countDown);
        Projector first = projector(views, step -> {
            if (step.equals("cells") && !told.isEmpty() && held.getCount() > 0) {
                held.countDown();
                joined(goOn);
            }
        });
        first.start();
        append(0, 500);
        soon().until(() -> held.getCount() == 0);
        Projector second = projector(views, StoredDocuments.Steps.NONE);
        second.start();

        soon().until(() -> second.runsHere() && second.position() == 500);
        goOn.countDown();
        soon().until(() -> first.state() == State.ELSEWHERE);
        append(500, 900);

        soon().until(() -> second.position() == 900);
        assertThat(contents(views)).isEqualTo(undisturbed());
    }

    @Test
    void keepsItsClaimWhileNothingHappens() {
        Projector first = projector(views, StoredDocuments.Steps.NONE);
        first.start();
        append(0, 100);
        soon().until(() -> first.position() == 100);
        Projector second = projector(views, StoredDocuments.Steps.NONE);
        second.start();

        // Three times as long as a silent owner would keep it.
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> first.runsHere() && !second.runsHere());
    }

    @Test
    void repeatsAndLosesNothingWhenItIsStoppedAndStartedAgainAndAgain() {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> append(0, 900));
        long reached = 0;
        while (reached < 900) {
            Projector projector = projector(views, StoredDocuments.Steps.NONE);
            projector.start();
            long from = reached;
            soon().until(() -> projector.position() > from || projector.position() == 900);
            projector.stop();
            reached = new Storage(TestMongo.client(), views).position(build);
            assertThat(reached).isGreaterThanOrEqualTo(from);
        }
        writing.join();

        assertThat(told).as("positions told to listeners only rise").isSorted();
        assertThat(contents(views)).isEqualTo(undisturbed());
    }

    @Test
    void goesOnWhenItIsStartedAfterItWasStopped() {
        Projector projector = projector(views, StoredDocuments.Steps.NONE);
        projector.start();
        append(0, 400);
        soon().until(() -> projector.position() == 400);
        projector.stop();
        assertThat(projector.state()).isEqualTo(State.STOPPED);
        append(400, 900);
        projector.start();

        soon().until(() -> projector.runsHere() && projector.position() == 900);
        assertThat(contents(views)).isEqualTo(undisturbed());
    }

    @Test
    void beginsAgainByItselfAfterAnError() {
        int[] failures = {0};
        Projector projector = projector(views, step -> {
            if (step.equals("cells") && ++failures[0] <= 3) {
                throw new IllegalStateException("a fault of the test");
            }
        });
        append(0, 900);
        projector.start();

        soon().until(() -> projector.position() == 900 && projector.runsHere());
        assertThat(failures[0]).isGreaterThan(3);
        assertThat(contents(views)).isEqualTo(undisturbed());
        assertThat(projector.problem()).isNull();
    }

    @Test
    void writesAtOnceAfterSilenceAndGathersWhatComesWithinItsGap() {
        Fold patient = new DelegatingFold(fold) {
            @Override
            public Duration gap() {
                return Duration.ofHours(1);
            }
        };
        Projector projector = projector(patient, views, StoredDocuments.Steps.NONE);
        projector.start();
        soon().until(() -> projector.state() == State.LIVE);

        append(0, 1);
        soon().until(() -> projector.position() == 1);
        append(1, 900);
        await().during(Duration.ofMillis(500)).until(() -> projector.position() == 1);
        projector.stop();
        Projector successor = projector(views, StoredDocuments.Steps.NONE);
        successor.start();

        soon().until(() -> successor.position() == 900);
        assertThat(contents(views)).isEqualTo(undisturbed());
    }

    private Projector projector(MongoDatabase into, StoredDocuments.Steps steps) {
        return projector(fold, into, steps);
    }

    private Projector projector(Fold fold, MongoDatabase into, StoredDocuments.Steps steps) {
        EventLog log = EventLog.open(logDatabase, LogOptions.defaults());
        Storage storage = new Storage(TestMongo.client(), into);
        Projector projector = new Projector(
                fold,
                build,
                Role.SHOWN,
                log,
                storage,
                storage.tokens(Rig.newOwner(), OPTIONS.claimTimeout()),
                OPTIONS,
                (which, position) -> told.add(position),
                new ProjectorMeters(new SimpleMeterRegistry(), fold.name()),
                new Pace(Duration.ofMillis(100)),
                steps);
        closing.add(log::close);
        closing.add(projector::stop);
        return projector;
    }

    private static void joined(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(int from, int to) {
        STORY.subList(from, to).forEach(fact -> writer.append(List.of(StoredStory.toAppend(fact))));
    }

    /** The documents of a projection that nobody disturbs. */
    private SortedMap<String, BsonDocument> undisturbed() {
        MongoDatabase other = TestMongo.freshDatabase();
        Projector projector = projector(other, StoredDocuments.Steps.NONE);
        projector.start();
        soon().until(() -> projector.position() == 900);
        projector.stop();
        return contents(other);
    }

    private SortedMap<String, BsonDocument> contents(MongoDatabase database) {
        SortedMap<String, BsonDocument> all = new TreeMap<>();
        for (var kind : List.of("cells", "visits", "cases", "offices")) {
            String collection = build.collection(kind);
            database.getCollection(collection)
                    .find()
                    .forEach((Document found) ->
                            all.put(collection + "/" + found.getString(ViewStore.ID), found.toBsonDocument()));
        }
        assertThat(all).hasSizeGreaterThan(200);
        return all;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
