package io.dovira.benchmarks;

import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.command.Backend;
import io.dovira.embedded.key.KeyEncoder;
import io.dovira.embedded.storage.Storage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the parts of the embedded server cost, command by command, without the wire: in memory, and on the disk, where a write returns only when it
 * is durable. The documents are like events: a stream with a sequence, and 400 bytes; the collection has the index over both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EmbeddedServerParts {
    private static final int EVENTS_PER_STREAM = 10;
    private static final int LOADED_AT_ONCE = 1_000;
    private static final int PAGE = 100;
    private static final String PAYLOAD = "x".repeat(400);

    @Param({"memory", "disk"})
    public String storage = "memory";

    @Param({"1000", "100000"})
    public long documents = 1_000;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SplittableRandom random = new SplittableRandom(1);
    private @Nullable Path directory;
    private @Nullable Storage tables;
    private @Nullable Backend backend;
    private long next;

    /** Arguments: those of JMH, such as a pattern, or {@code -p storage=disk}. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(EmbeddedServerParts.class.getName() + ".*")
                        .build())
                .run();
    }

    @Setup
    public void load() throws IOException {
        Path data = storage.equals("disk") ? Files.createTempDirectory("embedded-server-parts") : null;
        Storage opened = Storage.open(data);
        directory = data;
        tables = opened;
        backend = new Backend(opened);
        run(new Document("createIndexes", "events")
                .append(
                        "indexes",
                        List.of(new Document("key", new Document("stream", 1).append("sequence", 1))
                                .append("name", "stream")
                                .append("unique", true))));
        while (next < documents) {
            long from = next + 1;
            next = Math.min(documents, next + LOADED_AT_ONCE);
            run(insert(LongStream.rangeClosed(from, next).mapToObj(this::event).toList()));
        }
    }

    @TearDown
    public void close() throws IOException {
        if (tables != null) {
            tables.close();
        }
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    /** One document, in a group of its own. */
    @Benchmark
    public Document insertOne() {
        return run(insert(List.of(event(++next))));
    }

    /** By its key; to another document, or nothing would be written. */
    @Benchmark
    public Document replaceOne() {
        long id = any();
        return run(new Document("update", "events")
                .append(
                        "updates",
                        List.of(new Document("q", new Document("_id", id))
                                .append("u", event(id).append("written", random.nextLong())))));
    }

    @Benchmark
    public Document findOneByKey() {
        return run(new Document("find", "events")
                .append("filter", new Document("_id", any()))
                .append("limit", 1)
                .append("singleBatch", true));
    }

    /** The next hundred after a position, as whoever follows the log reads them. */
    @Benchmark
    public Document findPage() {
        return run(new Document("find", "events")
                .append("filter", new Document("_id", new Document("$gt", any())))
                .append("sort", new Document("_id", 1))
                .append("limit", PAGE)
                .append("batchSize", PAGE)
                .append("singleBatch", true));
    }

    /** The ten events of one stream, in order, by the index. */
    @Benchmark
    public Document findStream() {
        return run(new Document("find", "events")
                .append("filter", new Document("stream", stream(any())))
                .append("sort", new Document("sequence", 1))
                .append("singleBatch", true));
    }

    /** The key of an index entry alone. */
    @Benchmark
    public byte[] encodeKey() {
        long id = any();
        return new KeyEncoder()
                .append(stream(id), true)
                .append(id % EVENTS_PER_STREAM, true)
                .append(id, true)
                .toBytes();
    }

    private long any() {
        return 1 + random.nextLong(documents);
    }

    private static String stream(long id) {
        return "visit-" + (id - 1) / EVENTS_PER_STREAM;
    }

    private Document event(long id) {
        return new Document("_id", id)
                .append("stream", stream(id))
                .append("sequence", (id - 1) % EVENTS_PER_STREAM)
                .append("payload", PAYLOAD);
    }

    private static Document insert(List<Document> events) {
        return new Document("insert", "events").append("documents", events);
    }

    /** What is refused would be quick. */
    private Document run(Document command) {
        Backend server = backend;
        if (server == null) {
            throw new IllegalStateException("not loaded");
        }
        String name = command.keySet().iterator().next();
        Document answer = server.handleCommand(channel, "benchmark", name, command);
        if (!Double.valueOf(1).equals(answer.get("ok")) || answer.containsKey("writeErrors")) {
            throw new IllegalStateException(name + ": " + answer);
        }
        return answer;
    }
}
