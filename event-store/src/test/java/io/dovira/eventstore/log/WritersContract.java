package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.event;
import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Indexes;
import io.dovira.eventstore.mongo.LossyProxy;
import io.dovira.eventstore.mongo.TestMongo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds when several writers, each with a client of its own, write to one log, and when answers get lost. */
abstract class WritersContract {

    private OpenLog logs;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        logs = new OpenLog(mongo());
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void keepsOneOrderWithoutGapsForSeveralWriters() {
        long seed = System.nanoTime();
        History history = new History();
        try (MongoClient one = TestMongo.client(mongo().uri());
                MongoClient two = TestMongo.client(mongo().uri());
                EventLog first = open(one, LogOptions.defaults());
                EventLog second = open(two, LogOptions.defaults())) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 16; w++) {
                EventLog log = w % 2 == 0 ? first : second;
                Random random = new Random(seed + w);
                writers.add(CompletableFuture.runAsync(
                        () -> contend(log, random, history),
                        task -> Thread.ofVirtual().start(task)));
            }
            writers.forEach(CompletableFuture::join);
            assertThat(history.conflicts()).as("conflicts, seed %d", seed).isPositive();
            history.assertHolds(first, "seed " + seed);
        }
    }

    /** Reads the end of a stream that others write too, then appends behind it: sometimes first, sometimes too late. */
    private static void contend(EventLog log, Random random, History history) {
        for (int i = 0; i < 60; i++) {
            String stream = "shared-" + random.nextInt(6);
            long next = log.lastSequence(stream).orElse(-1) + 1;
            List<NewEvent> events = LongStream.rangeClosed(next, next + random.nextInt(3))
                    .mapToObj(sequence -> event(stream, sequence))
                    .toList();
            history.append(log, events);
        }
    }

    @Test
    void recordsOnceWhenTheAnswerIsLost() throws IOException {
        try (LossyProxy proxy = proxy();
                MongoClient client = TestMongo.client(proxy.uri());
                EventLog log = open(client, LogOptions.defaults())) {
            History history = new History();
            history.append(log, one("a", 0));
            proxy.loseAnswersToInserts(1);
            history.append(log, List.of(event("a", 1), event("b", 0)));
            proxy.loseAnswersToInserts(3);
            for (int i = 2; i < 10; i++) {
                history.append(log, one("a", i));
            }
            assertThat(proxy.lost()).isEqualTo(4);
            assertThat(history.conflicts()).isZero();
            history.assertHolds(log, "lost answers");
        }
    }

    @Test
    void settlesAGroupWhoseAnswerIsLost() throws IOException {
        try (LossyProxy proxy = proxy();
                MongoClient client = TestMongo.client(proxy.uri());
                EventLog log = open(client, LogOptions.defaults())) {
            log.append(one("taken", 0));
            proxy.loseAnswersToInserts(1);
            List<List<NewEvent>> appends = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                appends.add(i == 25 ? one("taken", 0) : one("s" + i, 0));
            }
            List<AppendOutcome> outcomes = log.appendAll(appends);
            assertThat(proxy.lost()).isEqualTo(1);
            for (int i = 0; i < 50; i++) {
                assertThat(outcomes.get(i)).isInstanceOf(i == 25 ? NotAppended.class : Appended.class);
            }
            assertThat(log.head()).isEqualTo(50);
        }
    }

    @Test
    void saysSoWhenTheOutcomeIsUnknownAndSettlesItWhenRepeated() throws IOException {
        try (LossyProxy proxy = proxy();
                MongoClient client = TestMongo.client(proxy.uri());
                EventLog impatient = open(client, LogOptions.defaults().withPatience(Duration.ZERO))) {
            List<NewEvent> events = List.of(event("a", 0), event("a", 1));
            proxy.loseAnswersToInserts(1);
            LogUnavailable unknown = catchThrowableOfType(LogUnavailable.class, () -> impatient.append(events));
            assertThat(unknown.nothingRecorded()).isFalse();
            Appended repeated = logs.open().append(events);
            assertThat(repeated.alreadyRecorded()).isTrue();
            assertThat(impatient.head()).isEqualTo(2);
        }
    }

    @Test
    void saysThatNothingIsRecordedWhenNothingWasSent() throws IOException {
        try (LossyProxy proxy = proxy();
                MongoClient client = TestMongo.client(proxy.uri());
                EventLog log = open(client, LogOptions.defaults().withPatience(Duration.ZERO))) {
            proxy.cut();
            LogUnavailable nothing = catchThrowableOfType(LogUnavailable.class, () -> log.append(one("a", 0)));
            assertThat(nothing.nothingRecorded()).isTrue();
        }
    }

    /** A database can refuse a document by a rule that the log does not know: here it cannot index two lists together. */
    @Test
    void recordsNothingBehindAnAppendOfABulkThatTheDatabaseRefuses() {
        EventLog log = logs.open();
        logs.database().getCollection(Commits.COLLECTION).createIndex(Indexes.ascending("ev.pl.some", "ev.pl.others"));
        NewEvent sample = event("s", 1);
        BsonArray two = new BsonArray(List.of(new BsonInt32(1), new BsonInt32(2)));
        NewEvent refused = new NewEvent(
                sample.id(),
                sample.type(),
                sample.revision(),
                sample.stream(),
                sample.sequence(),
                sample.occurredAt(),
                sample.tags(),
                new BsonDocument("some", two).append("others", two),
                sample.meta());

        List<AppendOutcome> outcomes = log.appendAll(List.of(one("s", 0), List.of(refused), one("s", 2), one("s", 3)));

        assertThat(outcomes.getFirst()).isInstanceOf(Appended.class);
        assertThat(outcomes.subList(1, 4))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                NotAppended.class,
                                not -> assertThat(not.reason()).isInstanceOf(LogUnavailable.class)));
        assertThat(log.head()).isEqualTo(1);
        assertThat(log.append(one("s", 1)).lastPosition()).isEqualTo(2);
    }

    @Test
    void recordsNothingBehindALostAppendOfABulk() throws IOException {
        try (LossyProxy proxy = proxy();
                MongoClient client = TestMongo.client(proxy.uri());
                EventLog log = open(client, LogOptions.defaults().withPatience(Duration.ZERO))) {
            log.append(one("s", 0));
            proxy.loseTheNextAnswerForGood();
            List<List<NewEvent>> appends = new ArrayList<>();
            for (int i = 1; i <= 3_000; i++) {
                appends.add(one("s", i));
            }
            List<AppendOutcome> outcomes = log.appendAll(appends);
            assertThat(outcomes)
                    .hasSize(3_000)
                    .allSatisfy(outcome ->
                            assertThat(((NotAppended) outcome).reason()).isInstanceOf(LogUnavailable.class));

            // A stream without a hole: what is there is a beginning of it, and all of that was of unknown outcome.
            EventLog look = logs.open();
            long recorded = look.head() - 1;
            assertThat(look.readStream("s", 0)).hasSize((int) recorded + 1);
            assertThat(outcomes.subList(0, (int) recorded))
                    .allSatisfy(
                            outcome -> assertThat(((LogUnavailable) ((NotAppended) outcome).reason()).nothingRecorded())
                                    .isFalse());
        }
    }

    private LossyProxy proxy() throws IOException {
        return LossyProxy.before(mongo().uri());
    }

    private EventLog open(MongoClient client, LogOptions options) {
        return EventLog.open(client.getDatabase(logs.database().getName()), options);
    }
}
