package io.dovira.eventstore.axon;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * Aggregates as they once were, to be loaded faster; one per aggregate, the highest sequence wins whoever stores last. They hold nothing that
 * the log does not: the collection may be dropped at any time.
 *
 * <pre>
 *   snapshots
 *   {_id: "visit-7f", seq: 120, eid: "5b...", type: "...", rev: 1, at: 2026-03-02T08:15:00Z, pl: {...}, meta: {agg: "Visit"}}
 * </pre>
 */
final class Snapshots {

    static final String COLLECTION = "snapshots";

    private static final String STREAM = "_id";
    private static final String SEQUENCE = "seq";
    private static final String EVENT_ID = "eid";
    private static final String TYPE = "type";
    private static final String REVISION = "rev";
    private static final String TAKEN_AT = "at";
    private static final String PAYLOAD = "pl";
    private static final String META = "meta";

    private final MongoCollection<BsonDocument> collection;

    Snapshots(MongoDatabase database) {
        this.collection =
                database.getCollection(COLLECTION, BsonDocument.class).withReadPreference(ReadPreference.primary());
    }

    void store(NewEvent snapshot) {
        BsonDocument document = new BsonDocument(STREAM, new BsonString(snapshot.stream()))
                .append(SEQUENCE, new BsonInt64(snapshot.sequence()))
                .append(EVENT_ID, new BsonString(snapshot.id()))
                .append(TYPE, new BsonString(snapshot.type()))
                .append(REVISION, new BsonInt32(snapshot.revision()))
                .append(TAKEN_AT, new BsonDateTime(snapshot.occurredAt().toEpochMilli()))
                .append(PAYLOAD, snapshot.payload())
                .append(META, snapshot.meta());
        try {
            collection.replaceOne(
                    and(eq(STREAM, snapshot.stream()), lte(SEQUENCE, snapshot.sequence())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // The guard did not match, so the upsert tried to insert: a snapshot with a higher sequence is there
            // already.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<StoredEvent> find(String stream) {
        return Optional.ofNullable(collection.find(eq(STREAM, stream)).first()).map(Snapshots::read);
    }

    private static StoredEvent read(BsonDocument document) {
        Instant takenAt = Instant.ofEpochMilli(document.getDateTime(TAKEN_AT).getValue());
        return new StoredEvent(
                Messages.NO_POSITION,
                takenAt,
                document.getString(EVENT_ID).getValue(),
                document.getString(TYPE).getValue(),
                document.getInt32(REVISION).getValue(),
                document.getString(STREAM).getValue(),
                document.getInt64(SEQUENCE).getValue(),
                takenAt,
                List.of(),
                document.getDocument(PAYLOAD),
                document.getDocument(META));
    }
}
