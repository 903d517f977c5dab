package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Commands per second over HTTP. Visitors arrive and leave again, each a request that is answered when its facts are on disk; the requests are
 * spread over {@value #OFFICES} offices. The last line is the worst case: all arrivals in one office, whose ticket numbers are drawn one after
 * the other.
 */
public final class CommandBenchmark {
    private static final int OFFICES = 40;
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final String DATABASE = "command_benchmark";

    private CommandBenchmark() {}

    /** @param arguments the jar of the service, and the connection string of a MongoDB if not the embedded server is meant */
    public static void main(String... arguments) throws Exception {
        Path work = Files.createTempDirectory("dovira-commands");
        ServerProcess embedded = arguments.length > 1 ? null : ServerProcess.start(work.resolve("mongo"));
        String uri = embedded == null ? arguments[1] : embedded.uri();
        try (CommandProcess service = CommandProcess.start(Path.of(arguments[0]), uri, DATABASE, work)) {
            for (int office = 0; office < OFFICES; office++) {
                service.register("bench-" + office);
            }
            run(service, 16, OFFICES, WARM_UP);
            run(service, 64, OFFICES, WARM_UP);
            double one = 0;
            double most = 0;
            System.out.printf("%-28s %12s %10s %10s%n", "requests at a time", "commands/s", "p50 ms", "p99 ms");
            for (int clients : CLIENTS) {
                double rate = report(clients + "", run(service, clients, OFFICES, MEASURED));
                one = clients == 1 ? rate : one;
                most = rate;
            }
            System.out.printf("64 at a time: %.1f times the rate of one (target: 5)%n", most / one);
            report("64, arrivals of one office", run(service, 64, 1, MEASURED));
        } finally {
            drop(uri);
            if (embedded != null) {
                embedded.close();
            }
            delete(work);
        }
    }

    private static double report(String what, Run run) {
        List<Long> sorted = run.nanos();
        double rate = sorted.size() * 1e9 / run.took();
        System.out.printf(
                "%-28s %12.0f %10.1f %10.1f%n",
                what, rate, sorted.get(sorted.size() / 2) / 1e6, sorted.get((int) (sorted.size() * 0.99)) / 1e6);
        return rate;
    }

    /** @param nanos how long each request took, the shortest first */
    private record Run(List<Long> nanos, long took) {}

    private static Run run(CommandProcess service, int clients, int offices, Duration duration) {
        long from = System.nanoTime();
        long until = from + duration.toNanos();
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<List<Long>>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            running.add(CompletableFuture.supplyAsync(
                    () -> {
                        List<Long> took = new ArrayList<>();
                        while (System.nanoTime() < until) {
                            String office = "bench-" + next.getAndIncrement() % offices;
                            long asked = System.nanoTime();
                            String visit = service.arrive(office);
                            took.add(System.nanoTime() - asked);
                            if (offices > 1) {
                                asked = System.nanoTime();
                                service.abandon(visit);
                                took.add(System.nanoTime() - asked);
                            }
                        }
                        return took;
                    },
                    Thread::startVirtualThread));
        }
        List<Long> nanos = running.stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .sorted()
                .toList();
        return new Run(nanos, System.nanoTime() - from);
    }

    private static void drop(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(DATABASE + "_log").drop();
            client.getDatabase(DATABASE + "_command").drop();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
