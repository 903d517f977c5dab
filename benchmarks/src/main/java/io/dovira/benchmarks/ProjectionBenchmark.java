package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How fast do the projections read a month of forty offices that is already in the log? That is what the first start of the demo waits for.
 * Then each is rebuilt beside itself. The embedded server and both services are processes of their own, of which the command service only says who may ask for
 * a rebuild; positions are read from the views' database, as another service would.
 *
 * <p>Arguments: the jars of the query service and of the command service, days (default 30), visits per office and day (default 50), further arguments for its JVM.
 */
public final class ProjectionBenchmark {

    private static final List<String> PROJECTIONS = List.of("appeals", "interactions", "live", "metrics");
    private static final int OFFICES = 40;

    private ProjectionBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        Path commandJar = Path.of(args[1]);
        int days = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        int visits = args.length > 3 ? Integer.parseInt(args[3]) : 50;
        List<String> jvm = args.length > 4 ? List.of(args).subList(4, args.length) : List.of();
        Path data = Files.createTempDirectory("dovira-projections-");
        try (ServerProcess server = ServerProcess.start(data.resolve("mongo"));
                MongoClient client = MongoClients.create(server.uri())) {
            long head = FilledLog.fill(client, new MonthOfFacts(OFFICES, days, visits));
            try (CommandProcess provider = CommandProcess.start(commandJar, server.uri(), "dovira", data);
                    QueryServiceProcess service =
                            QueryServiceProcess.start(jar, server.uri(), data, jvm, provider.address())) {
                follow(client, service.process(), head);
                ServiceApi queries = new ServiceApi(service.address(), provider.token());
                for (String projection : PROJECTIONS) {
                    System.out.println(Rebuild.run(queries, projection, () -> false));
                }
            }
        } finally {
            delete(data);
        }
    }

    /** From the first fact that is taken to the last, by projection. */
    private static void follow(MongoClient client, Process service, long head) {
        Map<String, Long> began = new TreeMap<>();
        Map<String, Double> took = new TreeMap<>();
        long deadline = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (!took.keySet().containsAll(PROJECTIONS) && service.isAlive() && System.nanoTime() < deadline) {
            QueryServiceProcess.positions(client).forEach((name, position) -> {
                double s = seconds(began.computeIfAbsent(name, first -> System.nanoTime()));
                if (position >= head && took.putIfAbsent(name, s) == null) {
                    System.out.printf("%-16s %,9d facts in %6.1f s   %,7.0f facts/s%n", name, head, s, head / s);
                }
            });
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        if (!took.keySet().containsAll(PROJECTIONS)) {
            throw new IllegalStateException("only these got to the end: " + took.keySet());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
