package io.dovira.eventstore.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.tlog.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sealing processes on one log, killed in turn wherever they are just then. */
class SealerKillIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int KILLS = 6;

    @TempDir
    Path directory;

    @Test
    void publishesOneHistoryWhoeverIsKilled() throws Exception {
        Map<Long, Hash> published = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        try (TestMongo mongo = TestMongo.embedded();
                Rig rig = new Rig(mongo, directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> {
                while (!stop.get()) {
                    rig.record(20);
                    rig.store.head().ifPresent(head -> published.put(head.size(), head.root()));
                }
            });
            Process one = start(mongo.uri(), rig);
            Process two = start(mongo.uri(), rig);
            for (int kill = 0; kill < KILLS; kill++) {
                long before = rig.sealed();
                await().atMost(LIMIT).until(() -> rig.sealed() > before + 100);
                if (kill % 2 == 0) {
                    one = again(one, mongo.uri(), rig);
                } else {
                    two = again(two, mongo.uri(), rig);
                }
            }
            stop.set(true);
            writing.get();
            long end = rig.log.head();
            await().atMost(LIMIT).until(() -> rig.sealed() == end);
            one.destroyForcibly();
            two.destroyForcibly();

            assertThat(rig.store.contradiction()).isEmpty();
            assertThat(rig.published().root()).isEqualTo(rig.rootOfStoredBytes(end));
            assertThat(published).hasSizeGreaterThan(3);
            for (Map.Entry<Long, Hash> head : new TreeMap<>(published).entrySet()) {
                assertThat(head.getValue())
                        .as("at %d", head.getKey())
                        .isEqualTo(new io.dovira.eventstore.tlog.TileTree(rig.store, end).root(head.getKey()));
            }
        }
    }

    private Process again(Process process, String uri, Rig rig) throws IOException {
        process.destroyForcibly().onExit().join();
        return start(uri, rig);
    }

    private Process start(String uri, Rig rig) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealerProcess.class.getName(),
                        uri,
                        rig.logDatabase.getName(),
                        rig.sealDatabase.getName(),
                        directory.toString())
                .inheritIO()
                .start();
    }
}
