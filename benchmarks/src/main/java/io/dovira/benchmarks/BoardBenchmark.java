package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Scanner;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * How long after its commit does a fact reach the board? In forty offices visitors arrive over HTTP (two facts each) and five seconds later
 * leave again (one fact), fifty facts per second in all; a reader of the board's stream notes when the first frame comes that is complete to the fact's position. Two figures: from the moment at which the sender
 * knew of the commit, and from the moment at which it sent the command, which is an upper limit.
 */
public final class BoardBenchmark {

    private static final int OFFICES = 40;
    private static final int FACTS_PER_VISIT = 3;
    private static final double VISITS_PER_SECOND = 50.0 / FACTS_PER_VISIT;
    private static final Duration STAY = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int VISITS_PER_OFFICE_AND_DAY = 27;

    private final ServiceApi commands;
    private final ServiceApi queries;

    /** Position that a frame is complete to, and when it came. */
    private final ConcurrentSkipListMap<Long, Long> frames = new ConcurrentSkipListMap<>();

    private BoardBenchmark(ServiceApi commands, ServiceApi queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** When a command was sent and answered, and the position of its fact. */
    private record Sent(long position, long sentAt, long answeredAt) {}

    /**
     * Arguments: addresses of the command service and the query service, the token of an administrator, readers, seconds to measure; to measure
     * beside rebuilds too: the connection string of the database, days of history to append to the log.
     */
    public static void main(String[] arguments) throws Exception {
        String token = arguments[2];
        BoardBenchmark benchmark = new BoardBenchmark(
                new ServiceApi(URI.create(arguments[0]), token), new ServiceApi(URI.create(arguments[1]), token));
        int readers = Integer.parseInt(arguments[3]);
        Duration measured = Duration.ofSeconds(Integer.parseInt(arguments[4]));
        if (arguments.length < 7) {
            benchmark.begin(readers);
            benchmark.measure(measured, List.of());
            return;
        }
        try (MongoClient client = MongoClients.create(arguments[5])) {
            int days = Integer.parseInt(arguments[6]);
            FilledLog.fill(client, new MonthOfFacts(OFFICES, days, VISITS_PER_OFFICE_AND_DAY));
        }
        benchmark.begin(readers);
        benchmark.measure(measured, List.of());
        benchmark.measure(measured, List.of("metrics"));
        benchmark.measure(measured, List.of("metrics", "live"));
    }

    private void begin(int readers) throws Exception {
        for (int i = 0; i < OFFICES; i++) {
            open("benchmark-" + i);
        }
        for (int i = 0; i < readers; i++) {
            boolean measures = i == 0;
            Thread.startVirtualThread(() -> read(measures));
        }
        visits(WARM_UP);
        System.out.printf(Locale.ROOT, "50 facts per second in %d offices, %d readers%n", OFFICES, readers);
    }

    /** @param rebuilt projections that are rebuilt all the while, each again as soon as it is through */
    private void measure(Duration howLong, List<String> rebuilt) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService rebuilds = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Rebuild>>> running = rebuilt.stream()
                    .map(projection -> rebuilds.submit(() -> rebuildAgainAndAgain(projection, enough)))
                    .toList();
            List<Sent> sent;
            try {
                sent = visits(howLong);
            } finally {
                enough.set(true);
            }
            awaitFrames(sent);
            tell(sent, rebuilt.isEmpty() ? "" : ", rebuilt all the while: " + String.join(" and ", rebuilt));
            for (Future<List<Rebuild>> each : running) {
                each.get().forEach(rebuild -> System.out.println("  " + rebuild));
            }
        }
    }

    private List<Rebuild> rebuildAgainAndAgain(String projection, AtomicBoolean enough) {
        List<Rebuild> done = new ArrayList<>();
        while (!enough.get()) {
            done.add(Rebuild.run(queries, projection, enough::get));
        }
        return done;
    }

    private void awaitFrames(List<Sent> sent) {
        long last = sent.stream().mapToLong(Sent::position).max().orElseThrow();
        while (frames.isEmpty() || frames.lastKey() < last) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void open(String office) {
        commands.post(
                "/api/v1/offices",
                new Document("office", office)
                        .append("name", new Document("en", "Benchmark"))
                        .append("organisation", "benchmark")
                        .append("organisationName", new Document("en", "Benchmark"))
                        .append("region", "benchmark")
                        .append("regionName", new Document("en", "Benchmark"))
                        .append("timeZone", "Europe/Kyiv"));
        commands.post(
                "/api/v1/offices/" + office + "/services/advice/offer",
                new Document("name", new Document("en", "Advice")).append("waitTargetSeconds", 900));
    }

    /** Sends at a fixed rate, whatever the answers do; the commands do not wait for each other. */
    private List<Sent> visits(Duration howLong) throws Exception {
        List<Future<List<Sent>>> sent = new ArrayList<>();
        long gap = (long) (1_000_000_000L / VISITS_PER_SECOND);
        long next = System.nanoTime();
        long end = next + howLong.toNanos();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (next < end) {
                LockSupport.parkNanos(next - System.nanoTime());
                String office = "benchmark-" + sent.size() % OFFICES;
                sent.add(senders.submit(() -> visit(office)));
                next += gap;
            }
        }
        List<Sent> done = new ArrayList<>();
        for (var each : sent) {
            done.addAll(each.get());
        }
        return done;
    }

    private List<Sent> visit(String office) {
        Document body = new Document("office", office).append("service", "advice");
        List<Sent> sent = new ArrayList<>();
        Document arrived = timed("/api/v1/visits", body, sent);
        LockSupport.parkNanos(STAY.toNanos());
        String id = String.valueOf(
                Objects.requireNonNull(arrived.get("state", Document.class)).get("id"));
        timed("/api/v1/visits/" + id + "/abandon", new Document(), sent);
        return sent;
    }

    private Document timed(String path, Document body, List<Sent> sent) {
        long from = System.nanoTime();
        Document answer = commands.post(path, body);
        sent.add(new Sent(Long.parseLong(String.valueOf(answer.get("position"))), from, System.nanoTime()));
        return answer;
    }

    private void read(boolean measures) {
        try {
            HttpResponse<InputStream> stream = queries.open("/api/v1/live/stream", BodyHandlers.ofInputStream());
            Scanner lines = new Scanner(stream.body(), StandardCharsets.UTF_8);
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (measures && line.startsWith("id: ")) {
                    frames.putIfAbsent(Long.parseLong(line.substring(4)), System.nanoTime());
                }
            }
        } catch (IOException e) {
            System.err.println("a reader ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<Sent> sent, String beside) {
        double[] sinceAnswer = new double[sent.size()];
        double[] sinceSent = new double[sent.size()];
        for (int i = 0; i < sinceSent.length; i++) {
            Sent one = sent.get(i);
            long shown = frames.ceilingEntry(one.position()).getValue();
            sinceAnswer[i] = (shown - one.answeredAt()) / 1e6;
            sinceSent[i] = (shown - one.sentAt()) / 1e6;
        }
        System.out.printf(Locale.ROOT, "%d commands%s%n", sent.size(), beside);
        tell("commit known to sender -> board", sinceAnswer);
        tell("command sent -> board", sinceSent);
    }

    /** A negative value: the board was quicker than the answer to the sender. */
    private static void tell(String what, double[] ms) {
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "  %-34s p50 %6.1f  p90 %6.1f  p99 %6.1f  max %6.1f ms%n",
                what,
                at(ms, 0.50),
                at(ms, 0.90),
                at(ms, 0.99),
                ms[ms.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
