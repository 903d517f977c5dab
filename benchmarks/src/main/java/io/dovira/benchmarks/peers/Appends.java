package io.dovira.benchmarks.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;

/**
 * What some senders reached.
 *
 * @param events how many were acknowledged
 * @param nanos how long it took
 * @param latencies of each append in nanoseconds
 * @param cpu what client and server used
 */
public record Appends(long events, long nanos, Latencies latencies, Cpu.Used cpu) {

    static Appends run(Contestant contestant, Visits visits, int inFlight, Duration duration, Cpu cpu) {
        Cpu.Used before = cpu.used();
        long from = System.nanoTime();
        long until = from + duration.toNanos();
        List<CompletableFuture<Latencies>> senders = new ArrayList<>();
        for (int s = 0; s < inFlight; s++) {
            senders.add(CompletableFuture.supplyAsync(
                    () -> send(contestant, visits, until),
                    task -> Thread.ofVirtual().start(task)));
        }
        Latencies all = new Latencies();
        senders.forEach(sender -> all.addAll(sender.join()));
        long nanos = System.nanoTime() - from;
        return new Appends(all.size, nanos, all, cpu.used().since(before));
    }

    private static Latencies send(Contestant contestant, Visits visits, long until) {
        Latencies latencies = new Latencies();
        for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
            contestant.append(visits.live());
            latencies.add(System.nanoTime() - began);
        }
        return latencies;
    }

    Document toDocument() {
        long[] ascending = latencies.ascending();
        return new Document("events", events)
                .append("perSecond", events * 1e9 / nanos)
                .append("p50Millis", percentile(ascending, 50))
                .append("p99Millis", percentile(ascending, 99))
                .append("clientMicros", (double) cpu.clientMicros() / events)
                .append("serverMicros", cpu.serverMicros() < 0 ? null : (double) cpu.serverMicros() / events);
    }

    private static double percentile(long[] ascending, int percent) {
        return ascending[Math.max(0, (int) Math.ceil(ascending.length * percent / 100.0) - 1)] / 1e6;
    }

    /** A list of longs that costs the measured process little. */
    static final class Latencies {

        private long[] values = new long[1_024];
        private int size;

        void add(long nanos) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = nanos;
        }

        private void addAll(Latencies others) {
            for (int i = 0; i < others.size; i++) {
                add(others.values[i]);
            }
        }

        private long[] ascending() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
