package io.dovira.benchmarks;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * How many appends per second does the log acknowledge, what does it cost over inserting the same bytes without it, and how fast is it read
 * back? Against the embedded server in a process of its own with a durable directory, or any MongoDB given as the first argument.
 */
public final class AppendBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final int RAW_DOCUMENTS = 20_000;

    private final MongoClient client;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private AppendBenchmark(MongoClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            run(arguments[0]);
            return;
        }
        Path data = Files.createTempDirectory("dovira-append");
        try (ServerProcess server = ServerProcess.start(data)) {
            run(server.uri());
        } finally {
            delete(data);
        }
    }

    private static void run(String uri) {
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .build())) {
            new AppendBenchmark(client).measure();
        }
    }

    private void measure() {
        MongoDatabase database = client.getDatabase("append_benchmark");
        database.drop();
        try (EventLog log = EventLog.open(database, LogOptions.defaults().withMeters(meters))) {
            Senders senders = new Senders(log, "s");
            senders.run(16, WARM_UP);
            say("appends (one event each) acknowledged per second, durable");
            double one = appends(senders, 1);
            appends(senders, 16);
            double many = appends(senders, 64);
            say("  64 senders reach %.1f times the rate of one (goal: at least 5)", many / one);
            say("  in bulk (appendAll)      %9.0f", bulk(log));
            raw(database);
            reading(log, database);
        } finally {
            database.drop();
        }
    }

    private double appends(Senders senders, int count) {
        var group = meters.get("dovira.log.group").summary();
        double appendsBefore = group.totalAmount();
        long groupsBefore = group.count();
        double rate = senders.run(count, MEASURED);
        say(
                "  %3d senders              %9.0f   %.1f appends per group",
                count, rate, (group.totalAmount() - appendsBefore) / (group.count() - groupsBefore));
        return rate;
    }

    private static double bulk(EventLog log) {
        List<List<NewEvent>> appends = new ArrayList<>();
        for (int i = 0; i < RAW_DOCUMENTS; i++) {
            appends.add(List.of(Senders.event("bulk", i)));
        }
        long from = System.nanoTime();
        List<AppendOutcome> outcomes = log.appendAll(appends);
        double rate = perSecond(appends.size(), from);
        if (!outcomes.stream().allMatch(Appended.class::isInstance)) {
            throw new IllegalStateException("an append of the bulk failed");
        }
        return rate;
    }

    /** The same documents, byte for byte, into collections with the same indexes and with none. */
    private static void raw(MongoDatabase database) {
        List<RawBsonDocument> documents = new ArrayList<>();
        commits(database).find().sort(ascending("_id")).limit(RAW_DOCUMENTS).into(documents);
        long bytes =
                documents.stream().mapToLong(RawBsonDocument::getByteLength).sum();
        say("raw insertMany of the same documents (%d bytes each), one sender, per second", bytes / documents.size());
        for (int batch : new int[] {1, 64, 1_000}) {
            say(
                    "  batches of %-5d         %9.0f   %9.0f without the indexes",
                    batch, insert(database, documents, batch, true), insert(database, documents, batch, false));
        }
    }

    private static double insert(MongoDatabase database, List<RawBsonDocument> all, int batch, boolean indexed) {
        MongoCollection<RawBsonDocument> raw = database.getCollection("raw", RawBsonDocument.class);
        raw.drop();
        if (indexed) {
            IndexOptions unique = new IndexOptions().unique(true);
            raw.createIndex(ascending("k"), unique);
            raw.createIndex(ascending("ev.eid"), unique);
            for (Bson keys :
                    List.of(ascending("ev.stream", "_id"), ascending("ev.type", "_id"), ascending("rts", "_id"))) {
                raw.createIndex(keys);
            }
        }
        List<RawBsonDocument> documents = batch == 1 ? all.subList(0, Math.min(all.size(), 3_000)) : all;
        long from = System.nanoTime();
        for (int i = 0; i < documents.size(); i += batch) {
            raw.insertMany(documents.subList(i, Math.min(documents.size(), i + batch)));
        }
        return perSecond(documents.size(), from);
    }

    private static void reading(EventLog log, MongoDatabase database) {
        for (int round = 0; round < 2; round++) {
            long from = System.nanoTime();
            long events = 0;
            try (LogCursor cursor = log.read(0)) {
                while (cursor.hasNext()) {
                    events += cursor.nextBatch(1_000).size();
                }
            }
            double read = perSecond(events, from);
            from = System.nanoTime();
            long documents = 0;
            for (RawBsonDocument ignored :
                    commits(database).find().sort(ascending("_id")).batchSize(2_000)) {
                documents++;
            }
            if (round == 1) {
                say("reading %d events from the start, per second", events);
                say("  log cursor               %9.0f", read);
                say("  raw find of the documents%9.0f", perSecond(documents, from));
            }
        }
    }

    private static MongoCollection<RawBsonDocument> commits(MongoDatabase database) {
        return database.getCollection("commits", RawBsonDocument.class);
    }

    private static double perSecond(long count, long fromNanos) {
        return count * 1e9 / (System.nanoTime() - fromNanos);
    }

    private static void say(String format, Object... values) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", values);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
