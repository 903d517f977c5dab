package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.eventstore.mongo.LossyProxy;
import io.dovira.eventstore.mongo.TestMongo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for writers that are processes of their own, and that get killed. */
abstract class WriterProcessesContract {

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
    void losesNothingThatItAcknowledgedWhenWritersAreKilled() throws IOException, InterruptedException {
        EventLog log = logs.open();
        String uri = mongo().uri();
        String database = logs.database().getName();
        try (ChildWriter one = ChildWriter.start(uri, database, "one");
                ChildWriter two = ChildWriter.start(uri, database, "two")) {
            await().atMost(LIMIT)
                    .until(() -> one.acknowledged().size() > 150
                            && two.acknowledged().size() > 150);
            one.kill();
            int soFar = two.acknowledged().size();
            await().atMost(LIMIT).until(() -> two.acknowledged().size() > soFar + 50);
            two.kill();
            assertThat(one.lost() + two.lost())
                    .as("conflicts between the processes")
                    .isPositive();

            // Whatever was on its way when they died: repeating it settles it, and never doubles it.
            repeat(log, one);
            repeat(log, two);
            List<StoredEvent> all = assertDense(log);
            Map<String, Long> positions = new HashMap<>();
            all.forEach(event -> positions.put(event.id(), event.position()));
            Map<String, Long> acknowledged = new HashMap<>(one.acknowledged());
            acknowledged.putAll(two.acknowledged());
            acknowledged.forEach((append, position) -> {
                assertThat(positions).containsEntry(append + "-a", position);
                assertThat(positions).containsEntry(append + "-b", position + 1);
            });
        }
    }

    @Test
    void findsTheAppendOfAWriterThatDiedBetweenInsertAndAcknowledgement() throws IOException, InterruptedException {
        EventLog log = logs.open();
        try (LossyProxy proxy = LossyProxy.before(mongo().uri());
                ChildWriter writer =
                        ChildWriter.start(proxy.uri(), logs.database().getName(), "doomed")) {
            await().atMost(LIMIT).until(() -> writer.acknowledged().size() > 20);
            proxy.loseTheNextAnswerForGood();
            await().atMost(LIMIT).until(() -> proxy.lost() == 1);
            writer.kill();
            Appended repeated = log.append(writer.lastAnnounced());
            assertThat(repeated.alreadyRecorded()).isTrue();
            assertThat(repeated.lastPosition()).isEqualTo(log.head());
            assertDense(log);
        }
    }

    private static void repeat(EventLog log, ChildWriter writer) {
        try {
            log.append(writer.lastAnnounced());
        } catch (StreamConflict e) {
            // The other one was first at the shared stream, and then nothing of this append may be there.
            assertThat(log.readStream(writer.lastAnnounced().getFirst().stream(), 0))
                    .extracting(StoredEvent::id)
                    .doesNotContain(writer.lastAnnounced().getFirst().id());
        }
    }

    private static List<StoredEvent> assertDense(EventLog log) {
        log.append(one("last", 0));
        List<StoredEvent> all = new ArrayList<>();
        log.read(0).forEachRemaining(all::add);
        HashSet<String> ids = new HashSet<>();
        Map<String, Long> lastOfStream = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            StoredEvent event = all.get(i);
            assertThat(event.position()).isEqualTo(i + 1);
            assertThat(ids.add(event.id())).isTrue();
            assertThat(event.sequence()).isEqualTo(lastOfStream.getOrDefault(event.stream(), -1L) + 1);
            lastOfStream.put(event.stream(), event.sequence());
        }
        return all;
    }
}
