package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.mongo.ServerProcess;
import io.dovira.eventstore.mongo.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server is killed while processes write and read, and comes back. */
class ServerCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int WRITERS = 8;

    private final History history = new History();
    private final Queue<StoredEvent> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong appends = new AtomicLong();
    private final AtomicBoolean stop = new AtomicBoolean();

    /** What a reader was shown before the crash must still be there after it: its position may never be given to another event. */
    @Test
    void keepsWhatWasAcknowledgedAndWhatWasSeenAndGoesOnByItself(@TempDir Path data) throws Exception {
        try (ServerProcess server = new ServerProcess(data);
                MongoClient client = TestMongo.client(server.uri());
                EventLog log = EventLog.open(
                        client.getDatabase("dovira_log"), LogOptions.defaults().withPatience(LIMIT));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                String stream = "w" + w;
                work.add(threads.submit(() -> write(log, stream)));
            }
            Tail tail = log.tail(0);
            work.add(threads.submit(() -> read(tail)));
            for (int crash = 0; crash < 2; crash++) {
                crash(server);
            }
            stop.set(true);
            for (Future<?> each : work) {
                each.get();
            }
            history.assertHolds(log, "after two crashes");
            assertThat(history.conflicts()).isZero();
            List<StoredEvent> stored = new ArrayList<>();
            log.read(0).forEachRemaining(stored::add);
            assertThat(seen).isNotEmpty();
            assertThat(List.copyOf(seen)).isEqualTo(stored.subList(0, seen.size()));
        }
    }

    private void crash(ServerProcess server) throws IOException {
        long before = appends.get();
        await().atMost(LIMIT).until(() -> appends.get() > before + 300);
        server.kill();
        long after = appends.get();
        server.startAgain();
        // Nobody is told: writers and readers find the server again by themselves.
        await().atMost(LIMIT).until(() -> appends.get() > after + 100);
    }

    private void write(EventLog log, String stream) {
        for (int i = 0; !stop.get(); i++) {
            history.append(log, List.of(event(stream, 2L * i), event(stream, 2L * i + 1)));
            appends.incrementAndGet();
        }
    }

    private void read(Tail tail) {
        while (!stop.get()) {
            try {
                seen.addAll(tail.poll(100, Duration.ofMillis(100)));
            } catch (LogUnavailable e) {
                // It lagged behind and the server is away: it asks again.
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
