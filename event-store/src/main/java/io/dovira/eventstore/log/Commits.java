package io.dovira.eventstore.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection. Everything is read with read concern majority from the primary: what a reader has seen can not be rolled back, and its
 * position can not be given to another event.
 */
final class Commits {

    static final String COLLECTION = "commits";

    /** Appends per query: large enough that the round trip does not count, small enough to hold a few of them in memory. */
    static final int PAGE = 2_000;

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;

    Commits(MongoDatabase database, Duration patience) {
        WriteConcern durable = WriteConcern.MAJORITY
                .withJournal(true)
                .withWTimeout(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        this.database = database;
        this.commits = database.getCollection(COLLECTION, RawBsonDocument.class)
                .withWriteConcern(durable)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Makes what is not there; harmless when several processes start at once. */
    void createIndexes() {
        IndexOptions unique = new IndexOptions().unique(true);
        commits.createIndex(ascending(Fields.KEYS), unique);
        commits.createIndex(ascending(Fields.ANY_EVENT_ID), unique);
        commits.createIndex(ascending(Fields.ANY_STREAM, Fields.FIRST));
        commits.createIndex(ascending(Fields.ANY_TYPE, Fields.FIRST));
        commits.createIndex(ascending(Fields.RECORDED_AT, Fields.FIRST));
    }

    void insert(List<RawBsonDocument> group) {
        // Ordered: the first failure stops the rest, so no later append can leave a hole before it.
        commits.insertMany(group, new InsertManyOptions().ordered(true));
    }

    Head head() {
        RawBsonDocument last = commits.find()
                .sort(descending(Fields.FIRST))
                .limit(1)
                .projection(include(Fields.COUNT, Fields.RECORDED_AT))
                .first();
        if (last == null) {
            return Head.EMPTY;
        }
        return new Head(
                last.getInt64(Fields.FIRST).getValue()
                        + last.getInt32(Fields.COUNT).getValue()
                        - 1,
                instant(last));
    }

    /** What the clock of the primary shows. */
    Instant time() {
        BsonDocument told = database.runCommand(
                new BsonDocument("hello", new BsonInt32(1)), ReadPreference.primary(), BsonDocument.class);
        return Instant.ofEpochMilli(told.getDateTime("localTime").getValue());
    }

    /** The append that holds the position, or the last one before it; null if the log begins later. */
    @Nullable
    Commit atOrBefore(long position) {
        return first(lte(Fields.FIRST, position), descending(Fields.FIRST));
    }

    /** Where a reader must start so that it misses nothing after the position, which may lie inside an append. */
    long startAfter(long position) {
        if (position <= 0) {
            return 1;
        }
        RawBsonDocument start = commits.find(lte(Fields.FIRST, position + 1))
                .sort(descending(Fields.FIRST))
                .limit(1)
                .projection(include(Fields.FIRST))
                .first();
        return start == null ? 1 : start.getInt64(Fields.FIRST).getValue();
    }

    /** Up to {@code limit} appends from the one that starts at {@code from} that match all, in order; fewer if they are large. */
    CommitPage page(long from, List<Bson> matching, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(gte(Fields.FIRST, from)));
        filter.addAll(matching);
        // One more than the limit, so that the server has nothing left to keep a cursor for.
        BsonDocument find = new BsonDocument("find", new BsonString(COLLECTION))
                .append("filter", (filter.size() == 1 ? filter.getFirst() : and(filter)).toBsonDocument())
                .append("sort", ascending(Fields.FIRST).toBsonDocument())
                .append("limit", new BsonInt32(limit))
                .append("batchSize", new BsonInt32(limit + 1))
                .append("readConcern", ReadConcern.MAJORITY.asDocument());
        CommitPage page = CommitPage.of(answer(find), from, limit);
        if (page.cursor() != 0) {
            database.runCommand(new BsonDocument("killCursors", new BsonString(COLLECTION))
                    .append("cursors", new BsonArray(List.of(new BsonInt64(page.cursor())))));
        }
        return page;
    }

    /** Asks once more when the connection was cut or another server has become the primary, as the driver does for its own finds. */
    private RawBsonDocument answer(BsonDocument command) {
        try {
            return database.runCommand(command, ReadPreference.primary(), RawBsonDocument.class);
        } catch (MongoSocketException
                | MongoNotPrimaryException
                | MongoNodeIsRecoveringException
                | MongoConnectionPoolClearedException e) {
            return database.runCommand(command, ReadPreference.primary(), RawBsonDocument.class);
        }
    }

    /** The appends that hold one of the event ids. */
    List<Commit> holdingIds(List<String> ids) {
        return all(in(Fields.ANY_EVENT_ID, ids));
    }

    /** The appends that hold one of the places, written as {@link Fields#key}. */
    List<Commit> holdingKeys(List<String> keys) {
        return all(in(Fields.KEYS, keys));
    }

    /** The appends that hold events of the stream, from the append that holds the sequence on. */
    List<Commit> ofStream(String stream, long fromSequence) {
        Bson ofStream = eq(Fields.ANY_STREAM, stream);
        if (fromSequence > 0) {
            RawBsonDocument start = commits.find(eq(Fields.KEYS, Fields.key(stream, fromSequence)))
                    .projection(include(Fields.FIRST))
                    .first();
            if (start != null) {
                return all(and(
                        ofStream, gte(Fields.FIRST, start.getInt64(Fields.FIRST).getValue())));
            }
        }
        return all(ofStream);
    }

    @Nullable
    Commit lastOfStream(String stream) {
        return first(eq(Fields.ANY_STREAM, stream), descending(Fields.FIRST));
    }

    /** The last append recorded at or before the instant. */
    @Nullable
    Commit lastRecordedBy(Instant instant) {
        return first(
                lte(Fields.RECORDED_AT, new BsonDateTime(instant.toEpochMilli())),
                descending(Fields.RECORDED_AT, Fields.FIRST));
    }

    /** The first append, by position, that holds an event that happened at the instant or later. Reads the log up to it. */
    @Nullable
    Commit firstOccurringFrom(Instant instant) {
        return first(gte(Fields.ANY_OCCURRED_AT, new BsonDateTime(instant.toEpochMilli())), ascending(Fields.FIRST));
    }

    private List<Commit> all(Bson filter) {
        List<Commit> found = new ArrayList<>();
        for (RawBsonDocument document :
                commits.find(filter).sort(ascending(Fields.FIRST)).batchSize(PAGE)) {
            found.add(CommitReader.read(document));
        }
        return found;
    }

    private @Nullable Commit first(Bson filter, Bson order) {
        RawBsonDocument document = commits.find(filter).sort(order).limit(1).first();
        return document == null ? null : CommitReader.read(document);
    }

    private static Instant instant(BsonDocument document) {
        return Instant.ofEpochMilli(document.getDateTime(Fields.RECORDED_AT).getValue());
    }
}
