package io.dovira.benchmarks.peers;

import io.dovira.benchmarks.peers.WorkerProcess.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One contestant at each size, every time from an empty directory. What goes wrong is written down and ends this contestant only. */
final class Measuring {

    private static final String REASONS = "reasons";
    private static final int PER_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int WARM_UP_SENDERS = 16;
    private static final int READINGS = 3;
    private static final Duration REACTION = Duration.ofSeconds(10);
    /** The embedded server gives back what it no longer needs within a few seconds. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    private final Peer peer;
    private final Options options;
    private final Path log;
    private final Document result;
    private final List<Document> reasons;

    private Measuring(Peer peer, Options options, Path log, Document result) {
        this.peer = peer;
        this.options = options;
        this.log = log;
        this.result = result;
        this.reasons = new ArrayList<>(result.getList(REASONS, Document.class, List.of()));
        result.put(REASONS, reasons);
    }

    /**
     * Adds what it measures, by size, and the reasons for what it could not measure.
     *
     * @param result what an earlier run has measured of it; its sizes are not measured again
     * @param kept called after each size, so that nothing is lost when the rest is interrupted
     */
    static void of(Peer peer, Options options, Path logs, Document result, Keeping kept) throws IOException {
        Measuring measuring = new Measuring(peer, options, logs.resolve(peer.id() + ".log"), result);
        for (int size : options.sizes()) {
            if (!result.containsKey(Integer.toString(size))) {
                System.err.printf("%s, %,d events (load %.1f)%n", peer.title(), size, Machine.load());
                measuring.run(size);
                kept.keep();
            }
        }
    }

    private void run(int size) {
        if (peer == Peer.OCCURRENT && options.occurrent().isEmpty()) {
            missing(size, "all", "its jars could not be had from the registry");
            return;
        }
        Path directory = null;
        Document at = new Document("started", Instant.now().toString()).append("load", Machine.load());
        try {
            directory = Leftovers.directory();
            try (Server server = Server.of(peer, options, directory);
                    WorkerProcess worker = WorkerProcess.start(peer, server, options, log)) {
                worker.ask(WARM_UP, "prepare");
                measure(server, worker, directory, size, at);
            }
        } catch (IOException | RuntimeException | Refused e) {
            missing(size, "all", String.valueOf(e.getMessage()));
        } finally {
            if (directory != null) {
                Leftovers.delete(directory);
            }
        }
        result.append(Integer.toString(size), at.append("loadAtTheEnd", Machine.load()));
    }

    private void measure(Server server, WorkerProcess worker, Path directory, int size, Document at)
            throws IOException, Refused {
        Document load =
                worker.ask(options.most(), "load " + size + " " + options.most().toMillis());
        int inStore = load.getInteger("events");
        at.append("loading", load);
        if (inStore < size) {
            missing(
                    size,
                    "size",
                    "loading %,.0f/s it had %,d events after %d s; measured with those"
                            .formatted(
                                    load.getDouble("perSecond"),
                                    inStore,
                                    options.most().toSeconds()));
        }
        at.append("events", inStore).append("bytes", bytes(server, worker, directory, size, inStore));
        at.append("read", readings(worker, size, "read"));
        if (peer.isEventStore()) {
            at.append("replay", readings(worker, size, "replay"));
        }
        appends(worker, size, at);
        if (peer.isEventStore()) {
            follow(server, worker, size, at);
        }
        // Last: what the projections write and leave behind would keep the server busy while the others are measured.
        if (peer == Peer.DOVIRA_LOG) {
            try {
                at.append("stored", StoredMetrics.measure(server, options, directory, inStore));
            } catch (IOException e) {
                missing(size, "stored", String.valueOf(e.getMessage()));
            }
        }
    }

    private @Nullable Double bytes(Server server, WorkerProcess worker, Path directory, int size, long events)
            throws IOException {
        LockSupport.parkNanos(SETTLING.toNanos());
        Document answer = ask(worker, size, "bytes", REACTION, "bytes");
        Number bytes = answer == null ? null : answer.get("bytes", Number.class);
        if (bytes == null) {
            if (server.process() == 0) {
                missing(size, "bytes", "the server's directory is not ours to look at");
                return null;
            }
            bytes = sizeOf(directory.resolve("data"));
        }
        return bytes.doubleValue() / events;
    }

    /** Several, as long as there is time: the first ones are slower because the compiler has not seen them yet. */
    private List<Document> readings(WorkerProcess worker, int size, String what) throws IOException {
        List<Document> readings = new ArrayList<>();
        long until = System.nanoTime() + options.most().toNanos();
        for (int i = 0; i < READINGS; i++) {
            long left = (until - System.nanoTime()) / 1_000_000;
            Document last = readings.isEmpty() ? null : readings.getLast();
            if (last != null && (!last.getBoolean("complete") || left < millis(last))) {
                return readings;
            }
            Document reading = ask(worker, size, what, options.most(), what + " " + left);
            if (reading == null) {
                return readings;
            }
            readings.add(reading);
        }
        return readings;
    }

    private static double millis(Document reading) {
        return 1_000 * events(reading) / reading.getDouble("perSecond");
    }

    private void appends(WorkerProcess worker, int size, Document at) throws IOException {
        if (append(worker, size, WARM_UP_SENDERS, WARM_UP) == null) {
            return;
        }
        Map<Integer, List<Document>> rounds = new TreeMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (int inFlight : Options.IN_FLIGHT) {
                Document figures = append(worker, size, inFlight, options.each());
                if (figures != null) {
                    rounds.computeIfAbsent(inFlight, n -> new ArrayList<>()).add(figures);
                }
            }
        }
        Document appends = new Document();
        rounds.forEach((inFlight, figures) -> appends.append(Integer.toString(inFlight), figures));
        at.append("appends", appends);
    }

    private @Nullable Document append(WorkerProcess worker, int size, int inFlight, Duration duration)
            throws IOException {
        return ask(worker, size, "append", duration, "append " + inFlight + " " + duration.toMillis());
    }

    private static long events(Document figures) {
        return figures.get("events", Number.class).longValue();
    }

    /** A reader in a process of its own; the writer knows when each event was acknowledged, the reader when it was handled. */
    private void follow(Server server, WorkerProcess writer, int size, Document at) throws IOException {
        try (WorkerProcess reader = WorkerProcess.start(peer, server, options, log)) {
            reader.ask(REACTION, "follow");
            writing(writer, WARM_UP);
            Document acknowledged = writing(writer, options.follow());
            List<List<Object>> written = pairs(acknowledged);
            Map<Object, Long> handled = handled(reader, written);
            long[] micros = written.stream()
                    .filter(event -> handled.containsKey(event.getFirst()))
                    .mapToLong(event -> handled.getOrDefault(event.getFirst(), 0L) - (Long) event.get(1))
                    .sorted()
                    .toArray();
            if (micros.length < written.size()) {
                missing(
                        size,
                        "follow",
                        "%d of %d events were not handled within %d s"
                                .formatted(written.size() - micros.length, written.size(), REACTION.toSeconds()));
            }
            if (micros.length > 0) {
                at.append(
                        "follow",
                        new Document("events", micros.length)
                                .append("p50Millis", percentile(micros, 50))
                                .append("p99Millis", percentile(micros, 99)));
            }
        } catch (Refused e) {
            missing(size, "follow", String.valueOf(e.getMessage()));
        }
    }

    private static Document writing(WorkerProcess writer, Duration duration) throws IOException, Refused {
        return writer.ask(duration, "write " + PER_SECOND + " " + duration.toMillis());
    }

    private static Map<Object, Long> handled(WorkerProcess reader, List<List<Object>> written)
            throws IOException, Refused {
        long deadline = System.nanoTime() + REACTION.toNanos();
        while (true) {
            Map<Object, Long> handled = new HashMap<>();
            pairs(reader.ask(REACTION, "handled"))
                    .forEach(event -> handled.putIfAbsent(event.getFirst(), (Long) event.get(1)));
            if (System.nanoTime() > deadline
                    || written.stream().allMatch(event -> handled.containsKey(event.getFirst()))) {
                return handled;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @SuppressWarnings("unchecked") // What the worker writes: a list of [id, microseconds].
    private static List<List<Object>> pairs(Document answer) {
        return (List<List<Object>>) answer.getOrDefault("events", List.of());
    }

    private static double percentile(long[] ascending, int percent) {
        return ascending[Math.max(0, (int) Math.ceil(ascending.length * percent / 100.0) - 1)] / 1_000.0;
    }

    /** Null if the contestant says that it can not; the reason is written down. */
    private @Nullable Document ask(WorkerProcess worker, int size, String what, Duration expected, String command)
            throws IOException {
        try {
            return worker.ask(expected, command);
        } catch (Refused e) {
            missing(size, what, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void missing(int size, String what, String reason) {
        System.err.printf("   %s, %s at %,d: %s%n", peer.id(), what, size, reason);
        boolean known = reasons.stream()
                .anyMatch(told -> told.getInteger("size") == size
                        && told.getString("what").equals(what));
        if (!known) {
            reasons.add(new Document("size", size).append("what", what).append("reason", reason));
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMapToLong(file -> LongStream.of(file.toFile().length()))
                    .sum();
        }
    }

    /** Keeps what was measured so far. */
    interface Keeping {
        void keep() throws IOException;
    }
}
