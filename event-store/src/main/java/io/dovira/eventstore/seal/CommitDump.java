package io.dovira.eventstore.seal;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.util.Arrays;
import org.bson.RawBsonDocument;

/**
 * The collection of the log as it is stored, document after document in the order of positions: the bytes that {@code mongodump} would write
 * into {@code commits.bson}.
 */
public final class CommitDump {

    private static final int AT_ONCE = 1_000;

    private final MongoDatabase log;

    public CommitDump(MongoDatabase log) {
        this.log = log;
    }

    /** Takes one document, whole. */
    @FunctionalInterface
    public interface Sink {
        void take(byte[] document) throws IOException;
    }

    /** Hands out everything that is there. Keeps one batch in memory. */
    public void writeTo(Sink sink) throws IOException {
        try (MongoCursor<RawBsonDocument> documents = log.getCollection("commits", RawBsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .find()
                .sort(Sorts.ascending("_id"))
                .batchSize(AT_ONCE)
                .iterator()) {
            while (documents.hasNext()) {
                RawBsonDocument document = documents.next();
                int from = document.getByteOffset();
                sink.take(Arrays.copyOfRange(document.getBackingArray(), from, from + document.getByteLength()));
            }
        }
    }
}
