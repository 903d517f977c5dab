package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.Document;

/**
 * How fast do the projections read a month of forty offices that is already in the log? That is what the first start of the demo waits for.
 * Then each is rebuilt beside itself. The embedded server and the query service are processes of their own; positions are read from the views' database, as another service would.
 *
 * <p>Arguments: the jar of the query service, days (default 30), visits per office and day (default 50), further arguments for its JVM.
 */
public final class ProjectionBenchmark {

    private static final List<String> PROJECTIONS = List.of("interactions", "live", "metrics");
    private static final int OFFICES = 40;
    private static final int APPENDS_AT_ONCE = 4_000;

    private ProjectionBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int visits = args.length > 2 ? Integer.parseInt(args[2]) : 50;
        List<String> jvm = args.length > 3 ? List.of(args).subList(3, args.length) : List.of();
        Path data = Files.createTempDirectory("dovira-projections-");
        try (ServerProcess server = ServerProcess.start(data.resolve("mongo"));
                MongoClient client = MongoClients.create(server.uri())) {
            long head = fill(client, days, visits);
            try (QueryServiceProcess service = QueryServiceProcess.start(jar, server.uri(), data, jvm)) {
                follow(client, service.process(), head);
                for (String projection : PROJECTIONS) {
                    rebuild(client, projection, head);
                }
            }
        } finally {
            delete(data);
        }
    }

    private static long fill(MongoClient client, int days, int visits) {
        long began = System.nanoTime();
        try (EventLog log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults())) {
            List<List<NewEvent>> appends = new ArrayList<>();
            for (List<NewEvent> append : new MonthOfFacts(OFFICES, days, visits)) {
                appends.add(append);
                if (appends.size() == APPENDS_AT_ONCE) {
                    append(log, appends);
                }
            }
            append(log, appends);
            long head = log.head();
            System.out.printf("%,d facts appended in %.1f s%n", head, seconds(began));
            return head;
        }
    }

    private static void append(EventLog log, List<List<NewEvent>> appends) {
        for (AppendOutcome outcome : log.appendAll(appends)) {
            if (!(outcome instanceof Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
        }
        appends.clear();
    }

    /** From the first fact that is taken to the last, by projection. */
    private static void follow(MongoClient client, Process service, long head) {
        Map<String, Long> began = new TreeMap<>();
        Map<String, Double> took = new TreeMap<>();
        long deadline = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (took.size() < PROJECTIONS.size() && service.isAlive() && System.nanoTime() < deadline) {
            QueryServiceProcess.positions(client).forEach((name, position) -> {
                double s = seconds(began.computeIfAbsent(name, first -> System.nanoTime()));
                if (position >= head && took.putIfAbsent(name, s) == null) {
                    System.out.printf("%-16s %,9d facts in %6.1f s   %,7.0f facts/s%n", name, head, s, head / s);
                }
            });
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        if (took.size() < PROJECTIONS.size()) {
            throw new IllegalStateException("only these got to the end: " + took.keySet());
        }
    }

    /**
     * Fills one projection again while the others rest at the head: from the wish to the last fact, and to the moment at which the new build is
     * shown because every document was the same. The wish is written as the service writes it that is asked for it over HTTP.
     */
    private static void rebuild(MongoClient client, String projection, long head) {
        MongoDatabase views = client.getDatabase("dovira_views");
        MongoCollection<Document> builds = views.getCollection("projections");
        Document before = Objects.requireNonNull(
                builds.find(Filters.eq("_id", projection)).first());
        int number = before.getInteger("lastNumber") + 1;
        int version = Objects.requireNonNull(before.get("live", Document.class)).getInteger("version");
        Document build = new Document("projection", projection)
                .append("version", version)
                .append("number", number);
        Document wish = new Document("by", "benchmark").append("at", new BsonDateTime(System.currentTimeMillis()));
        builds.updateOne(
                Filters.eq("_id", projection),
                Updates.combine(
                        Updates.inc("revision", 1L),
                        Updates.set("lastNumber", number),
                        Updates.set(
                                "rebuild",
                                new Document("build", build)
                                        .append("phase", "FILLING")
                                        .append("asked", wish))));
        String name = projection + "_v" + version + "b" + number;
        long asked = System.nanoTime();
        long deadline = asked + Duration.ofMinutes(8).toNanos();
        double filled = 0;
        boolean shown = false;
        while (!shown && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            if (filled == 0 && QueryServiceProcess.positions(client).getOrDefault(name, 0L) >= head) {
                filled = seconds(asked);
            }
            Document now = Objects.requireNonNull(
                    builds.find(Filters.eq("_id", projection)).first());
            shown = Objects.requireNonNull(now.get("live", Document.class)).getInteger("number") == number;
        }
        if (!shown) {
            throw new IllegalStateException(name + " is not shown: "
                    + builds.find(Filters.eq("_id", projection)).first());
        }
        System.out.printf(
                "%-16s %,9d facts in %6.1f s   %,7.0f facts/s   rebuilt; the same and shown after %.1f s%n",
                name, head, filled, head / filled, seconds(asked));
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
