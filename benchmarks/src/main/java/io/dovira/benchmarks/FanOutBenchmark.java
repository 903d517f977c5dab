package io.dovira.benchmarks;

import io.dovira.benchmarks.VisitTraffic.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Many open boards on one query service: how long after its commit does a fact reach all of them, and does the memory stay where it is? Of
 * the readers twenty note when each frame comes, spread over the order in which they connected; the others only take what is sent. A month of history
 * is in the log before, so that what the service keeps in memory is full at the beginning. The heap is what is left after a full collection, before and
 * after; in between, the least that was in use in each minute.
 */
public final class FanOutBenchmark {
    private static final int MEASURING = 20;
    private static final int FACTS_PER_SECOND = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final double MB = 1 << 20;

    private FanOutBenchmark() {}

    /**
     * Arguments: addresses of the command service and the query service, the token of an administrator, readers, minutes, offices, the connection
     * string of the database, days of history, process id of the query service.
     */
    public static void main(String[] arguments) throws Exception {
        String token = arguments[2];
        ServiceApi queries = new ServiceApi(URI.create(arguments[1]), token);
        int boards = Integer.parseInt(arguments[3]);
        int minutes = Integer.parseInt(arguments[4]);
        long service = Long.parseLong(arguments[8]);
        FilledLog.fill(arguments[6], Integer.parseInt(arguments[7]), queries);
        VisitTraffic traffic = new VisitTraffic(
                new ServiceApi(URI.create(arguments[0]), token), Integer.parseInt(arguments[5]), FACTS_PER_SECOND);
        traffic.open();
        List<BoardReader> measuring = open(boards, queries);
        traffic.run(WARM_UP);
        System.out.printf(
                Locale.ROOT,
                "%d boards, %d offices, %d facts per second, %d minutes%n",
                boards,
                traffic.offices(),
                FACTS_PER_SECOND,
                minutes);
        int before = snapshots(measuring);
        double heapBefore = heapAfterCollection(service, queries);
        AtomicBoolean enough = new AtomicBoolean();
        List<Double> floors = new ArrayList<>();
        Thread heap = Thread.startVirtualThread(() -> watchHeap(queries, floors, enough));
        List<Sent> sent = traffic.run(Duration.ofMinutes(minutes));
        enough.set(true);
        heap.join();
        double heapAfter = heapAfterCollection(service, queries);
        tell(sent, measuring);
        System.out.printf(
                "  measuring readers that were too slow and began anew: %d times%n", snapshots(measuring) - before);
        System.out.printf(
                "  heap after a full collection: %.0f MB before, %.0f MB after; least in use by minute, MB: %s%n",
                heapBefore, heapAfter, rounded(floors));
    }

    private static List<BoardReader> open(int boards, ServiceApi queries) {
        List<BoardReader> measuring = new ArrayList<>();
        for (int i = 0; i < boards; i++) {
            if (i % Math.max(1, boards / MEASURING) == 0) {
                measuring.add(BoardReader.measuring(queries));
            } else {
                BoardReader.other(queries);
            }
        }
        return measuring;
    }

    private static int snapshots(List<BoardReader> readers) {
        return readers.stream().mapToInt(BoardReader::snapshots).sum();
    }

    private static void tell(List<Sent> sent, List<BoardReader> readers) {
        double[] delays = new double[sent.size() * readers.size()];
        int n = 0;
        for (BoardReader reader : readers) {
            reader.await(sent);
            for (Sent one : sent) {
                delays[n++] = (reader.shownAt(one.position()) - one.answeredAt()) / 1e6;
            }
        }
        System.out.printf(Locale.ROOT, "%d commands on %d boards%n", sent.size(), readers.size());
        Delays.tell("commit known to sender -> board", delays);
    }

    /** Adds the least of each minute. */
    private static void watchHeap(ServiceApi queries, List<Double> floors, AtomicBoolean enough) {
        long next = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        double least = Double.MAX_VALUE;
        while (!enough.get()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            least = Math.min(least, heapInUse(queries));
            if (System.nanoTime() >= next) {
                floors.add(least);
                least = Double.MAX_VALUE;
                next += Duration.ofMinutes(1).toNanos();
            }
        }
    }

    private static double heapAfterCollection(long service, ServiceApi queries)
            throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(service),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return heapInUse(queries);
    }

    private static double heapInUse(ServiceApi queries) {
        try {
            return queries.open("/actuator/prometheus", BodyHandlers.ofLines())
                            .body()
                            .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum()
                    / MB;
        } catch (IOException e) {
            throw new IllegalStateException("no memory figures", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }
}
