package io.dovira.system.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dovira.system.Ports;
import io.dovira.system.Repository;
import io.dovira.system.fire.History.Command;
import io.dovira.system.fire.History.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded server on a disk that is full: on a real one if this machine lets one be mounted, while two processes append and follow, and
 * alone at a limit for the size of files.
 */
class FullDiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SMALL = 64;
    private static final int LARGE = 512;
    private static final int SOME_ANSWERS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void acknowledgesOnlyWhatTheDiskHolds() {
        Optional<SmallDisk> mounted = SmallDisk.at(directory.resolve("mongo"), SMALL);
        if (mounted.isEmpty()) {
            System.err.println(
                    "SKIPPED on a real full disk: this user may not mount a tmpfs, neither as root nor in a namespace");
        }
        assumeTrue(mounted.isPresent(), "this user may not mount a tmpfs");
        int port = Ports.free(1).getFirst();
        String uri = "mongodb://127.0.0.1:" + port + "/?directConnection=true";
        try (SmallDisk disk = mounted.orElseThrow();
                Database database = new Database(port, directory, jar(), disk.within());
                DirectWriter one = new DirectWriter("one", uri, directory);
                DirectWriter two = new DirectWriter("two", uri, directory)) {
            database.process().start();
            await().atMost(PATIENCE).until(database::answers);
            one.start();
            two.start();
            goOn(one, two);
            database.fill(() -> disk.grow(LARGE));
            goOn(one, two);
            one.stop();
            two.stop();

            List<Command> commands = new ArrayList<>(one.commands());
            commands.addAll(two.commands());
            Map<String, List<Seen>> readers = Map.of("one", one.seen(), "two", two.seen());
            assertThat(Checker.violations(new History(commands, database.log(), readers)))
                    .isEmpty();
        }
    }

    private static void goOn(DirectWriter... writers) {
        for (DirectWriter writer : writers) {
            long enough = writer.answers() + SOME_ANSWERS;
            await().atMost(PATIENCE).until(() -> writer.answers() >= enough);
        }
    }

    @Test
    void acknowledgesOnlyWhatItsFilesMayHold() {
        if (!Database.canBeLimited()) {
            System.err.println("SKIPPED at a limit for files: there is no prlimit here");
        }
        assumeTrue(Database.canBeLimited(), "there is no prlimit here");
        try (Database database = new Database(Ports.free(1).getFirst(), directory, jar())) {
            database.process().start();
            await().atMost(PATIENCE).until(database::answers);
            for (int room : new int[] {0, 100, 20_000, 1 << 20}) {
                database.fillUpToALimit(room, Duration.ZERO);
            }
        }
    }

    private static Path jar() {
        return Repository.file("embedded-mongo/target/embedded-mongo.jar");
    }
}
