package io.dovira.command.platform;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * When each stream is to be looked after next, collection {@code agenda_<who>}: {@code {_id: <stream>, at: <moment>, marked: false}}. All services share it. Whatever is
 * lost here is read from the log again. Thread-safe.
 */
public final class Agenda {
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String MARKED = "marked";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<BsonDocument> due;

    Agenda(MongoCollection<BsonDocument> due) {
        this.due = due;
    }

    /** Makes its indexes. */
    public void prepare() {
        due.createIndex(Indexes.ascending(AT));
        due.createIndex(Indexes.ascending(MARKED));
    }

    /** Those of which the log told something; what else is to be known of them is found when they are looked after. */
    public void put(Map<String, Instant> streams) {
        if (!streams.isEmpty()) {
            List<ReplaceOneModel<BsonDocument>> changes = new ArrayList<>();
            streams.forEach((stream, at) ->
                    changes.add(new ReplaceOneModel<>(eq(ID, stream), document(stream, at, false), UPSERT)));
            due.bulkWrite(changes, new BulkWriteOptions().ordered(false));
        }
    }

    public void put(String stream, Instant at, boolean marked) {
        due.replaceOne(eq(ID, stream), document(stream, at, marked), UPSERT);
    }

    /** There is nothing left to look after. */
    public void drop(String stream) {
        due.deleteOne(eq(ID, stream));
    }

    /** The streams that are due, the longest first. */
    public List<String> by(Instant moment, int most) {
        return due.find(lte(AT, new BsonDateTime(moment.toEpochMilli())))
                .sort(Indexes.ascending(AT))
                .limit(most)
                .projection(Projections.include(ID))
                .map(found -> found.getString(ID).getValue())
                .into(new ArrayList<>());
    }

    /** Those that were marked when they were looked after last. */
    public List<String> marked() {
        return due.find(eq(MARKED, true))
                .projection(Projections.include(ID))
                .map(found -> found.getString(ID).getValue())
                .into(new ArrayList<>());
    }

    private static BsonDocument document(String stream, Instant at, boolean marked) {
        return new BsonDocument(ID, new BsonString(stream))
                .append(AT, new BsonDateTime(at.toEpochMilli()))
                .append(MARKED, new BsonBoolean(marked));
    }
}
