package io.dovira.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI commands;
    private final URI queries;
    private final String bearer;

    /** Position that a frame is complete to, and when it came. */
    private final ConcurrentSkipListMap<Long, Long> frames = new ConcurrentSkipListMap<>();

    private BoardBenchmark(URI commands, URI queries, String token) {
        this.commands = commands;
        this.queries = queries;
        this.bearer = "Bearer " + token;
    }

    /** When a command was sent and answered, and the position of its fact. */
    private record Sent(long position, long sentAt, long answeredAt) {}

    public static void main(String[] arguments) throws Exception {
        BoardBenchmark benchmark = new BoardBenchmark(URI.create(arguments[0]), URI.create(arguments[1]), arguments[2]);
        benchmark.measure(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    private void measure(int readers, int seconds) throws Exception {
        for (int i = 0; i < OFFICES; i++) {
            open("benchmark-" + i);
        }
        for (int i = 0; i < readers; i++) {
            boolean measures = i == 0;
            Thread.startVirtualThread(() -> read(measures));
        }
        visits(WARM_UP);
        List<Sent> sent = visits(Duration.ofSeconds(seconds));
        long last = sent.stream().mapToLong(Sent::position).max().orElseThrow();
        while (frames.isEmpty() || frames.lastKey() < last) {
            LockSupport.parkNanos(1_000_000);
        }
        tell(sent, readers);
    }

    private void open(String office) throws Exception {
        post(
                "/api/v1/offices",
                new Document("office", office)
                        .append("name", new Document("en", "Benchmark"))
                        .append("organisation", "benchmark")
                        .append("organisationName", new Document("en", "Benchmark"))
                        .append("region", "benchmark")
                        .append("regionName", new Document("en", "Benchmark"))
                        .append("timeZone", "Europe/Kyiv"));
        post(
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

    private List<Sent> visit(String office) throws Exception {
        Document body = new Document("office", office).append("service", "advice");
        List<Sent> sent = new ArrayList<>();
        Document arrived = timed("/api/v1/visits", body, sent);
        LockSupport.parkNanos(STAY.toNanos());
        String id = String.valueOf(
                Objects.requireNonNull(arrived.get("state", Document.class)).get("id"));
        timed("/api/v1/visits/" + id + "/abandon", new Document(), sent);
        return sent;
    }

    private Document timed(String path, Document body, List<Sent> sent) throws Exception {
        long from = System.nanoTime();
        Document answer = post(path, body);
        sent.add(new Sent(Long.parseLong(String.valueOf(answer.get("position"))), from, System.nanoTime()));
        return answer;
    }

    private Document post(String path, Document body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(commands.resolve(path))
                        .header("Authorization", bearer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toJson()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Document.parse(answer.body());
    }

    private void read(boolean measures) {
        try {
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(queries.resolve("/api/v1/live/stream"))
                            .header("Authorization", bearer)
                            .build(),
                    BodyHandlers.ofInputStream());
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

    private void tell(List<Sent> sent, int readers) {
        double[] sinceAnswer = new double[sent.size()];
        double[] sinceSent = new double[sent.size()];
        for (int i = 0; i < sinceSent.length; i++) {
            Sent one = sent.get(i);
            long shown = frames.ceilingEntry(one.position()).getValue();
            sinceAnswer[i] = (shown - one.answeredAt()) / 1e6;
            sinceSent[i] = (shown - one.sentAt()) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%d commands in %d offices, 50 facts per second, %d readers%n",
                sent.size(),
                OFFICES,
                readers);
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
