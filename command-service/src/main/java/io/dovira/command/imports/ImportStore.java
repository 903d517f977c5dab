package io.dovira.command.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dovira.eventstore.codec.RecordCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The imports of all nodes with their progress, collection {@code imports}:
 * {@code {_id: <id>, node: <who runs it>, mapping: <YAML>, cancel: <bool>, runs: <begun and not ended in good order>, key: <idempotency key>,
 * status: {...}}}. Thread-safe.
 */
final class ImportStore {

    private static final String NODE = "node";
    private static final String MAPPING = "mapping";
    private static final String CANCEL = "cancel";
    private static final String RUNS = "runs";
    private static final String KEY = "key";
    private static final String STATUS = "status";
    private static final String STATE = "status.state";

    private final MongoCollection<BsonDocument> imports;

    ImportStore(MongoDatabase database) {
        this.imports = database.getCollection("imports", BsonDocument.class);
        imports.createIndex(Indexes.ascending(KEY));
    }

    /** An import that has not ended, as it is needed to go on with it. */
    record Unfinished(ImportStatus status, String mappingYaml) {}

    void add(ImportStatus status, String node, String mappingYaml, @Nullable String idempotencyKey) {
        BsonDocument document = new BsonDocument("_id", new BsonString(status.id()))
                .append(NODE, new BsonString(node))
                .append(MAPPING, new BsonString(mappingYaml))
                .append(CANCEL, BsonBoolean.FALSE)
                .append(RUNS, new BsonInt32(0))
                .append(STATUS, RecordCodecs.encode(status));
        if (idempotencyKey != null) {
            document.append(KEY, new BsonString(idempotencyKey));
        }
        imports.insertOne(document);
    }

    void update(ImportStatus status) {
        imports.updateOne(eq("_id", status.id()), Updates.set(STATUS, RecordCodecs.encode(status)));
    }

    /** Notes that a run begins; how many have begun since the last that ended in good order. */
    int begin(String id) {
        imports.updateOne(eq("_id", id), Updates.inc(RUNS, 1));
        BsonDocument document = imports.find(eq("_id", id))
                .projection(Projections.include(RUNS))
                .first();
        return document == null ? 1 : document.getInt32(RUNS, new BsonInt32(1)).getValue();
    }

    /** Notes that a run ended in good order, to be gone on with by another. */
    void rest(String id) {
        imports.updateOne(eq("_id", id), Updates.set(RUNS, 0));
    }

    Optional<ImportStatus> find(String id) {
        return Optional.ofNullable(imports.find(eq("_id", id)).first()).map(ImportStore::status);
    }

    Optional<ImportStatus> findByKey(String idempotencyKey) {
        return Optional.ofNullable(imports.find(eq(KEY, idempotencyKey)).first())
                .map(ImportStore::status);
    }

    /** The newest first; ids grow with time. {@code before}: the last id of the page before, null for the first page. */
    List<ImportStatus> list(@Nullable String before, int limit) {
        Bson older = before == null ? new BsonDocument() : lt("_id", before);
        List<ImportStatus> page = new ArrayList<>();
        for (BsonDocument document :
                imports.find(older).sort(Sorts.descending("_id")).limit(limit)) {
            page.add(status(document));
        }
        return page;
    }

    /** What this node had not finished when it stopped, the oldest first. */
    List<Unfinished> unfinished(String node) {
        List<Unfinished> all = new ArrayList<>();
        Bson ours = and(eq(NODE, node), in(STATE, ImportState.QUEUED.name(), ImportState.RUNNING.name()));
        for (BsonDocument document : imports.find(ours).sort(Sorts.ascending("_id"))) {
            all.add(new Unfinished(status(document), document.getString(MAPPING).getValue()));
        }
        return all;
    }

    /** Asks whichever node runs it to stop. */
    void requestCancel(String id) {
        imports.updateOne(eq("_id", id), Updates.set(CANCEL, true));
    }

    boolean isCancelRequested(String id) {
        BsonDocument document = imports.find(eq("_id", id))
                .projection(Projections.include(CANCEL))
                .first();
        return document != null
                && document.getBoolean(CANCEL, BsonBoolean.FALSE).getValue();
    }

    private static ImportStatus status(BsonDocument document) {
        return RecordCodecs.decode(document.getDocument(STATUS), ImportStatus.class);
    }
}
