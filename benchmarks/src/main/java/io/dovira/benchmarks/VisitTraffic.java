package io.dovira.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * Visitors over HTTP, at a fixed rate whatever the answers do; the commands do not wait for each other. Each comes (two facts) and leaves again five
 * seconds later (one fact), in one office after the other.
 *
 * @param offices how many there are, named {@code benchmark-0} and on
 * @param factsPerSecond in all
 */
record VisitTraffic(ServiceApi commands, int offices, int factsPerSecond) {
    private static final double FACTS_PER_VISIT = 3;
    private static final Duration STAY = Duration.ofSeconds(5);

    /** When a command was sent and answered, by {@link System#nanoTime}, and the position of its fact. */
    record Sent(long position, long sentAt, long answeredAt) {}

    /** Opens the offices, with one service each. */
    void open() {
        for (int i = 0; i < offices; i++) {
            String office = "benchmark-" + i;
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
    }

    /** Sends for so long, then waits for the last answers. */
    List<Sent> run(Duration howLong) throws Exception {
        List<Future<List<Sent>>> sent = new ArrayList<>();
        long gap = (long) (1e9 * FACTS_PER_VISIT / factsPerSecond);
        long next = System.nanoTime();
        long end = next + howLong.toNanos();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (next < end) {
                LockSupport.parkNanos(next - System.nanoTime());
                String office = "benchmark-" + sent.size() % offices;
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
}
