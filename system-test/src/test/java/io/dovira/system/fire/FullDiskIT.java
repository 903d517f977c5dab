package io.dovira.system.fire;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dovira.system.Ports;
import io.dovira.system.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server alone on a disk that is full: on a real one if this machine lets one be mounted, and at a limit for the size of files. */
class FullDiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SMALL = 64;
    private static final int LARGE = 512;

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
        try (SmallDisk disk = mounted.orElseThrow();
                Database database = new Database(Ports.free(1).getFirst(), directory, jar(), disk.within())) {
            database.process().start();
            await().atMost(PATIENCE).until(database::answers);
            database.fill(() -> disk.grow(LARGE));
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
