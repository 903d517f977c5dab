package io.dovira.benchmarks.peers;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;

/**
 * No event store: the documents of our log, encoded before the clock runs, into a collection with the log's indexes or with none. One sender;
 * "N in flight" are N documents in one insertMany. What a log can reach at most on this server and this driver.
 */
final class RawDriver implements Contestant {

    private static final int READ_AT_ONCE = 2_000;
    private static final int ENCODED_AT_ONCE = 8_192;

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> documents;
    private final boolean indexed;
    private long position;

    RawDriver(String uri, boolean indexed) {
        this.client = Mongo.client(uri);
        this.database = Mongo.database(client);
        this.documents = database.getCollection("raw", RawBsonDocument.class);
        this.indexed = indexed;
    }

    @Override
    public void prepare() {
        if (indexed) {
            index();
        }
        compare();
    }

    private void index() {
        IndexOptions unique = new IndexOptions().unique(true);
        documents.createIndex(ascending("k"), unique);
        documents.createIndex(ascending("ev.eid"), unique);
        for (Bson keys : List.of(ascending("ev.stream", "_id"), ascending("ev.type", "_id"), ascending("rts", "_id"))) {
            documents.createIndex(keys);
        }
    }

    /** The log may change: what is inserted here must still be what it stores, and be indexed as it indexes. */
    private void compare() {
        MongoDatabase scratch = client.getDatabase("raw_compared");
        List<VisitEvent> some = new Visits().next(3_000);
        try (EventLog log = EventLog.open(scratch, LogOptions.defaults())) {
            DoviraLog.load(log, some);
        }
        MongoCollection<BsonDocument> stored = scratch.getCollection("commits", BsonDocument.class);
        long at = 0;
        for (BsonDocument theirs : stored.find().sort(ascending("_id"))) {
            BsonDocument ours = document(some.get((int) at), ++at);
            ours.put("rts", theirs.get("rts"));
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("the log stores " + theirs + " and not " + ours);
            }
        }
        if (indexed && !keys(stored).equals(keys(database.getCollection("raw", BsonDocument.class)))) {
            throw new IllegalStateException("the log has other indexes: " + keys(stored));
        }
        scratch.drop();
    }

    private static List<BsonDocument> keys(MongoCollection<BsonDocument> collection) {
        List<BsonDocument> keys = new ArrayList<>();
        collection.listIndexes(BsonDocument.class).forEach(index -> keys.add(index.getDocument("key")));
        return keys;
    }

    @Override
    public void append(VisitEvent event) {
        load(List.of(event));
    }

    @Override
    public void load(List<VisitEvent> events) {
        documents.insertMany(encoded(events));
    }

    @Override
    public Appends appends(Visits visits, int inFlight, Duration duration, Cpu cpu) {
        Appends.Latencies latencies = new Appends.Latencies();
        Cpu.Used used = new Cpu.Used(0, 0);
        long events = 0;
        long nanos = 0;
        while (nanos < duration.toNanos()) {
            List<RawBsonDocument> some = encoded(visits.next(Math.min(ENCODED_AT_ONCE, 256 * inFlight)));
            Cpu.Used before = cpu.used();
            for (int i = 0; i + inFlight <= some.size() && nanos < duration.toNanos(); i += inFlight) {
                long began = System.nanoTime();
                documents.insertMany(some.subList(i, i + inFlight));
                long took = System.nanoTime() - began;
                latencies.add(took);
                nanos += took;
                events += inFlight;
            }
            used = used.plus(cpu.used().since(before));
        }
        return new Appends(events, nanos, latencies, used);
    }

    @Override
    public void stream(Step step) {
        for (RawBsonDocument ignored : documents.find().sort(ascending("_id")).batchSize(READ_AT_ONCE)) {
            if (!step.take(RawDriver::noEvent)) {
                return;
            }
        }
    }

    @Override
    public void follow(Consumer<String> handled) {
        throw new UnsupportedOperationException("it is no event store: nothing follows it");
    }

    @Override
    public void close() {
        client.close();
    }

    private static Recorded<Fact> noEvent() {
        throw new UnsupportedOperationException("it gives documents, not events");
    }

    private List<RawBsonDocument> encoded(List<VisitEvent> events) {
        List<RawBsonDocument> encoded = new ArrayList<>(events.size());
        for (VisitEvent event : events) {
            encoded.add(encoded(document(event, ++position)));
        }
        return encoded;
    }

    private static BsonDocument document(VisitEvent event, long position) {
        return new BsonDocument("_id", new BsonInt64(position))
                .append("n", new BsonInt32(1))
                .append("rts", new BsonDateTime(System.currentTimeMillis()))
                .append("k", new BsonArray(List.of(new BsonString(event.stream() + "/" + event.sequence()))))
                .append("ev", new BsonArray(List.of(event(event))));
    }

    static BsonDocument event(VisitEvent visitEvent) {
        NewEvent event = DoviraLog.stored(visitEvent);
        return new BsonDocument("eid", new BsonString(event.id()))
                .append("type", new BsonString(event.type()))
                .append("rev", new BsonInt32(event.revision()))
                .append("stream", new BsonString(event.stream()))
                .append("seq", new BsonInt64(event.sequence()))
                .append("at", new BsonDateTime(event.occurredAt().toEpochMilli()))
                .append("tags", new BsonArray())
                .append("pl", event.payload())
                .append("meta", event.meta());
    }

    static RawBsonDocument encoded(BsonDocument document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer(512);
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            return new RawBsonDocument(buffer.toByteArray());
        }
    }
}
