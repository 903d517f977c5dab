package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Nothing stays when a run is interrupted: neither processes nor directories. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Queue<Path> DIRECTORIES = new ConcurrentLinkedQueue<>();

    private Leftovers() {}

    /** To be called once, before anything is started. */
    static void goWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::end));
    }

    /** A new directory. */
    static Path directory() throws IOException {
        Path directory = Files.createTempDirectory("dovira-peers-");
        DIRECTORIES.add(directory);
        return directory;
    }

    private static void end() {
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        processes.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        DIRECTORIES.forEach(Leftovers::delete);
    }

    static void delete(Path directory) {
        DIRECTORIES.remove(directory);
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + directory + ": " + e);
        }
    }
}
