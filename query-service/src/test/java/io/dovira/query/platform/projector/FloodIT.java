package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.projector.DeadLetters.Letter;
import io.dovira.query.platform.projector.StoredDocuments.Steps;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** So many facts of names that nobody knows that storing each by itself would hold the projection up. */
class FloodIT {

    private static final String UNKNOWN = "visit.visitor-teleported";

    private static List<StoredEvent> unknown(int count, IntFunction<String> stream) {
        StoredEvent like = StoredStory.of(RandomStory.of(1, 10)).getLast();
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> as(UNKNOWN, stream.apply(position), position, like))
                .toList();
    }

    private static StoredEvent as(String type, String stream, long position, StoredEvent like) {
        return new StoredEvent(
                position,
                like.recordedAt(),
                "unknown-" + position,
                type,
                1,
                stream,
                like.sequence(),
                like.occurredAt(),
                List.of(),
                like.payload(),
                like.meta());
    }

    /** A possible history in which each seventh fact bears a name that nobody knows. */
    private static List<StoredEvent> mixed(long seed) {
        List<StoredEvent> mixed = new ArrayList<>(StoredStory.of(RandomStory.of(seed, 700)));
        mixed.replaceAll(
                event -> event.position() % 7 == 0 ? as(UNKNOWN, event.stream(), event.position(), event) : event);
        return mixed;
    }

    private static Map<String, List<Long>> bySequence(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        Letter::sequence, Collectors.mapping(Letter::position, Collectors.toList())));
    }

    @Test
    void isStoredInOneWritePerBatchAndInOrder() {
        AtomicInteger writes = new AtomicInteger();
        CommandListener counting = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (Set.of("insert", "update", "delete", "findAndModify").contains(event.getCommandName())
                        && event.getCommand().toString().contains("dead_letters")) {
                    writes.incrementAndGet();
                }
            }
        };
        List<StoredEvent> log = unknown(6_000, position -> "visit-" + position % 11);
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestMongo.uri()))
                .retryWrites(false)
                .addCommandListener(counting)
                .build())) {
            Rig rig = new Rig(MetricsFolds.fold(), log, client);

            rig.runUndisturbed(2_000);

            assertThat(writes).hasValue(3);
            List<Letter> letters = rig.letters().all();
            assertThat(letters.stream().map(Letter::position))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 6_000).boxed().toList());
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.type()).isEqualTo(UNKNOWN);
                assertThat(letter.eventId()).isEqualTo("unknown-" + letter.position());
                assertThat(letter.sequence()).isEqualTo("visit-" + letter.position() % 11);
            });
            assertThat(letters.stream().filter(letter -> letter.cause() != null))
                    .as("the later ones of a sequence only wait")
                    .hasSize(11)
                    .allSatisfy(letter -> assertThat(letter.cause()).contains(UNKNOWN));
        }
    }

    @Test
    void isTakenFromTheLettersInOrderOnceItCanBe() {
        List<StoredEvent> log = StoredStory.of(RandomStory.of(5, 500));
        Set<Long> all = log.stream().map(StoredEvent::position).collect(Collectors.toSet());
        Poisonable fold = new Poisonable(MetricsFolds.fold(), all);
        Rig rig = new Rig(fold, log);
        rig.runUndisturbed(100);
        int letters = rig.letters().all().size();
        assertThat(letters).isGreaterThan(400);

        fold.mend();
        Projection projection = rig.open(Steps.NONE);
        // In the order of the log: offices before the visits in them.
        List<String> sequences =
                rig.letters().all().stream().map(Letter::sequence).distinct().toList();
        int taken = sequences.stream()
                .mapToInt(sequence -> projection.retry(sequence, rig::event))
                .sum();

        assertThat(taken).isEqualTo(letters);
        assertThat(rig.letters().all()).isEmpty();
        assertThat(rig.letters().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void losesAndRepeatsNoLetterWhenItDiesAgainAndAgain(long seed) {
        List<StoredEvent> log = mixed(seed);
        Rig undisturbed = new Rig(MetricsFolds.fold(), log);
        undisturbed.runUndisturbed(100);
        Random random = new Random(seed);
        Rig rig = new Rig(MetricsFolds.fold(), log);
        int deaths = 0;
        for (boolean ended = false; !ended; ) {
            try {
                rig.run(1 + random.nextInt(150), done -> {
                    if (random.nextInt(5) == 0) {
                        throw new Rig.Crash(done);
                    }
                });
                ended = true;
            } catch (Rig.Crash e) {
                deaths++;
            }
        }

        assertThat(deaths).as("deaths, seed %d", seed).isGreaterThan(5);
        assertThat(bySequence(rig.letters().all()))
                .isEqualTo(bySequence(undisturbed.letters().all()))
                .hasSizeGreaterThan(50);
        assertThat(rig.letters().count()).isEqualTo(undisturbed.letters().count());
        assertThat(Rig.differences(rig.bytes(), undisturbed.bytes())).isEmpty();
    }

    /** The write of a batch was cut off: the database has the first letters only. */
    @Test
    void addsWhatIsMissingWhenAWriteWasCutOff() {
        List<StoredEvent> log = unknown(300, position -> "visit-" + position % 7);
        Rig rig = new Rig(MetricsFolds.fold(), log);
        rig.storage()
                .deadLetters(rig.build())
                .add(log.subList(0, 123).stream()
                        .map(event -> new StoredLetters.Unwritten(event.stream(), event, null))
                        .toList());

        rig.runUndisturbed(300);

        assertThat(rig.letters().count()).isEqualTo(300);
        assertThat(rig.letters().all().stream().map(Letter::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void stopsTheProjectionWhenTooManySequencesAreConcernedAndShowsThoseThereWasRoomFor() {
        int room = DeadLetters.MOST_SEQUENCES;
        Rig rig = new Rig(MetricsFolds.fold(), unknown(room + 50, position -> "visit-" + position));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> rig.runUndisturbed(room + 50))
                    .isInstanceOf(DeadLetterQueueOverflowException.class);
        }

        assertThat(rig.letters().count()).isEqualTo(room);
        assertThat(rig.open(Steps.NONE).position()).isZero();
    }

    @Test
    void stopsTheProjectionWhenASequenceIsTooLong() {
        int room = DeadLetters.MOST_IN_A_SEQUENCE;
        List<StoredEvent> log = unknown(room + 5, position -> "visit-one");
        Rig rig = new Rig(MetricsFolds.fold(), log);
        Projection projection = rig.open(Steps.NONE);
        rig.take(projection, room);

        assertThatThrownBy(() -> rig.take(projection, 5)).isInstanceOf(DeadLetterQueueOverflowException.class);

        assertThat(rig.letters().count()).isEqualTo(room);
        assertThat(rig.open(Steps.NONE).position()).isEqualTo(room);
    }
}
