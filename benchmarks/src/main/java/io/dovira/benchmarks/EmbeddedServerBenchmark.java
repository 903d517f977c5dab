package io.dovira.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Three questions. Does a page of the log, one stream and the head cost the same in a large collection as in a small one? How
 * many inserts a second are durable before they are acknowledged? And how many documents are replaced, small and large ones? The library's memory back end, which keeps nothing, answers
 * beside it.
 *
 * <p>Arguments: the largest collection (default 1000000), seconds per write figure (default 5), a directory for the data
 * (default: a temporary one).
 */
public final class EmbeddedServerBenchmark {

    private static final int TRIES = 200;
    private static final int EVENTS_PER_STREAM = 10;
    private static final int LOADED_AT_ONCE = 1_000;
    private static final int REPLACED_BYTES = 500_000;

    /** The peer answers a page at a million by reading a million; a few tries tell. */
    private static final int SLOW_TRIES = 10;

    private final int largest;
    private final int seconds;

    private EmbeddedServerBenchmark(int largest, int seconds) {
        this.largest = largest;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        int largest = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path data = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("embedded-server");
        Files.createDirectories(data);
        try (MeasuredServer own = MeasuredServer.start(
                        "embedded-mongo", "1g", "io.dovira.embedded.Main", "--port", "0", "--data", data.toString());
                MeasuredServer peer = MeasuredServer.start("memory back end", "6g", MemoryPeer.class.getName())) {
            new EmbeddedServerBenchmark(largest, seconds).run(own, peer, data);
        } finally {
            if (args.length <= 2) {
                delete(data);
            }
        }
    }

    private void run(MeasuredServer own, MeasuredServer peer, Path data) throws Exception {
        FileStore disk = Files.getFileStore(data);
        System.out.printf(
                Locale.ROOT,
                "%d processors, JDK %s, data on %s (%s)%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                disk.name(),
                disk.type());
        System.out.println("Reads, microseconds, median of " + TRIES + " tries:\n");
        System.out.printf(
                "%-16s %10s %12s %12s %12s %12s%n", "", "documents", "page of 100", "one stream", "head", "by _id");
        for (MeasuredServer server : List.of(own, peer)) {
            for (int size = 1_000; size <= largest; size *= size < 100_000 ? 100 : 10) {
                reads(server, size);
            }
        }
        System.out.printf(
                "%nInserts acknowledged per second, w: majority, j: true (server's processor time per document):%n%n");
        System.out.printf("%-16s %18s %18s %18s %18s%n", "", "1 writer", "16 writers", "1, by 100", "16, by 100");
        for (MeasuredServer server : List.of(own, peer)) {
            System.out.printf(
                    "%-16s %18s %18s %18s %18s%n",
                    server.name(),
                    inserts(server, 1, 1),
                    inserts(server, 16, 1),
                    inserts(server, 1, 100),
                    inserts(server, 16, 100));
        }
        System.out.printf(
                "%nDocuments replaced by id and position in bulks of half a megabyte, as projections do, per second (server's processor time per document):%n%n");
        System.out.printf("%-16s %18s %18s%n", "", "500 bytes", "50,000 bytes");
        for (MeasuredServer server : List.of(own, peer)) {
            System.out.printf("%-16s %18s %18s%n", server.name(), replaces(server, 500), replaces(server, 50_000));
        }
    }

    private String replaces(MeasuredServer server, int size) throws InterruptedException {
        MongoCollection<Document> views = server.client()
                .getDatabase("benchmark")
                .getCollection("replace" + size)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        int bulk = REPLACED_BYTES / size;
        List<Integer> ids = IntStream.range(0, bulk).boxed().toList();
        views.insertMany(ids.stream().map(id -> view(id, 0, size)).toList());
        AtomicLong position = new AtomicLong();
        return rate(server, 1, bulk, count -> {
            long now = position.incrementAndGet();
            views.bulkWrite(
                    ids.stream()
                            .map(id -> new ReplaceOneModel<>(
                                    Filters.and(Filters.eq("_id", id), Filters.lt("pos", now)),
                                    view(id, now, size),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        });
    }

    /** Half numbers, half bytes. */
    private static Document view(int id, long position, int size) {
        List<Long> numbers =
                LongStream.range(0, size / 24).map(n -> n + position).boxed().toList();
        return new Document("_id", id)
                .append("pos", position)
                .append("numbers", numbers)
                .append("bytes", new byte[size / 2]);
    }

    private void reads(MeasuredServer server, int size) {
        MongoCollection<Document> commits = collection(server, "read" + size);
        long streams = size / EVENTS_PER_STREAM;
        for (long from = 0; from < size; from += LOADED_AT_ONCE) {
            commits.insertMany(commits(from, LOADED_AT_ONCE, streams));
        }
        Random random = new Random(size);
        int tries = server.name().startsWith("memory") && size >= 100_000 ? SLOW_TRIES : TRIES;
        System.out.printf(
                Locale.ROOT,
                "%-16s %10d %12d %12d %12d %12d%n",
                server.name(),
                size,
                median(
                        tries,
                        () -> commits.find(Filters.gt("_id", random.nextLong(size - 100L)))
                                .sort(Sorts.ascending("_id"))
                                .limit(100)
                                .into(new ArrayList<>())),
                median(
                        tries,
                        () -> commits.find(Filters.eq("ev.stream", "stream-" + random.nextLong(streams)))
                                .sort(Sorts.ascending("_id"))
                                .into(new ArrayList<>())),
                median(tries, () -> commits.find().sort(Sorts.descending("_id")).first()),
                median(
                        tries,
                        () -> commits.find(Filters.eq("_id", random.nextLong(size)))
                                .first()));
    }

    private static long median(int tries, Runnable read) {
        long[] micros = new long[tries];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < tries; i++) {
                long begun = System.nanoTime();
                read.run();
                micros[i] = (System.nanoTime() - begun) / 1_000;
            }
        }
        Arrays.sort(micros);
        return micros[tries / 2];
    }

    private String inserts(MeasuredServer server, int writers, int batch) throws InterruptedException {
        MongoCollection<Document> commits = collection(server, "write" + writers + "x" + batch);
        AtomicLong position = new AtomicLong();
        LongConsumer insert = count -> {
            long from = position.getAndAdd(batch);
            if (batch == 1) {
                commits.insertOne(commit(from, from));
            } else {
                commits.insertMany(commits(from, batch, from + batch));
            }
        };
        return rate(server, writers, batch, insert);
    }

    /** Of the second of two rounds. */
    private String rate(MeasuredServer server, int writers, int batch, LongConsumer write) throws InterruptedException {
        write(writers, write);
        AtomicLong written = new AtomicLong();
        long processor = server.processorTime().toNanos();
        long begun = System.nanoTime();
        write(writers, count -> {
            write.accept(count);
            written.addAndGet(batch);
        });
        double documents = written.get();
        double nanos = System.nanoTime() - begun;
        processor = server.processorTime().toNanos() - processor;
        return String.format(Locale.ROOT, "%.0f (%.0f us)", documents * 1e9 / nanos, processor / documents / 1_000);
    }

    private void write(int writers, LongConsumer insert) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (long count = 0; System.nanoTime() < end; count++) {
                    insert.accept(count);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** With the indexes of the log. */
    private static MongoCollection<Document> collection(MeasuredServer server, String name) {
        MongoCollection<Document> commits = server.client()
                .getDatabase("benchmark")
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        commits.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        commits.createIndex(Indexes.ascending("ev.eid"), new IndexOptions().unique(true));
        commits.createIndex(Indexes.ascending("ev.stream", "_id"));
        commits.createIndex(Indexes.ascending("ev.type", "_id"));
        commits.createIndex(Indexes.ascending("rts"));
        return commits;
    }

    private static List<Document> commits(long from, int count, long streams) {
        return Stream.iterate(from, position -> position + 1)
                .limit(count)
                .map(position -> commit(position, position % streams))
                .toList();
    }

    /** One commit of the log with one event, about 430 bytes. */
    private static Document commit(long position, long stream) {
        return new Document("_id", position)
                .append("n", 1)
                .append("rts", 1_790_000_000_000L + position)
                .append("k", List.of("stream-" + stream + "/" + position))
                .append(
                        "ev",
                        List.of(new Document("eid", String.format("event-%016d", position))
                                .append("type", "visit.type-" + position % 40)
                                .append("rev", 1)
                                .append("stream", "stream-" + stream)
                                .append("seq", position)
                                .append("at", 1_790_000_000_000L + position)
                                .append("tags", List.of("office:" + position % 500))
                                .append(
                                        "pl",
                                        new Document("visit", "v-" + stream)
                                                .append("desk", "desk 7")
                                                .append("note", "x".repeat(90)))
                                .append(
                                        "meta",
                                        new Document("actor", "clerk-17").append("office", "o-" + position % 500))));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
