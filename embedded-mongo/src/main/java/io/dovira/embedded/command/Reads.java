package io.dovira.embedded.command;

import static io.dovira.embedded.command.Command.Access.READ;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.query.Database;
import io.dovira.embedded.query.DurableCollection;
import io.dovira.embedded.query.FindCursor;
import io.dovira.embedded.query.Found;
import io.dovira.embedded.query.Refusal;
import io.dovira.embedded.query.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that read documents, aggregation aside. */
final class Reads {

    private final Cursors cursors;

    Reads(Cursors cursors) {
        this.cursors = cursors;
    }

    Map<String, Command> commands() {
        return Map.of(
                "find",
                new Command(
                        READ,
                        Set.of(
                                "find",
                                "filter",
                                "sort",
                                "projection",
                                "skip",
                                "limit",
                                "batchSize",
                                "singleBatch",
                                "noCursorTimeout",
                                "allowDiskUse",
                                "allowPartialResults"),
                        this::find),
                "getmore",
                new Command(READ, Set.of("getMore", "collection", "batchSize"), this::getMore),
                "killcursors",
                new Command(READ, Set.of("killCursors", "cursors"), this::killCursors),
                "count",
                new Command(READ, Set.of("count", "query", "limit", "skip", "fields"), this::count),
                "distinct",
                new Command(READ, Set.of("distinct", "key", "query"), this::distinct),
                "collstats",
                new Command(READ, Set.of("collStats", "collstats", "scale"), this::collStats),
                "dbstats",
                new Command(READ, Set.of("dbStats", "dbstats", "scale", "freeStorage"), this::dbStats),
                "validate",
                new Command(READ, Set.of("validate", "full"), this::validate));
    }

    private Document find(Database database, Document request) {
        String name = Request.text(request, "find");
        String namespace = database.getDatabaseName() + "." + name;
        long limit = Request.number(request, "limit", 0);
        long batchSize = Request.notNegative(request, "batchSize", FindCursor.DEFAULT_BATCH);
        Search search = new Search(
                Request.document(request, "filter"),
                Request.optional(request, "sort"),
                Request.notNegative(request, "skip", 0),
                Math.abs(limit),
                Request.optional(request, "projection"));
        Optional<DurableCollection> collection = database.find(name);
        if (collection.isEmpty()) {
            return Replies.cursor(namespace, "firstBatch", List.of(), 0);
        }
        FindCursor cursor = collection.get().find(cursors.newId(), search);
        if (batchSize == 0) {
            cursors.keep(cursor);
            return Replies.cursor(namespace, "firstBatch", List.of(), cursor.getId());
        }
        boolean single = limit < 0 || Utils.isTrue(request.get("singleBatch"));
        return Replies.firstBatch(namespace, cursor, (int) Math.min(Integer.MAX_VALUE, batchSize), single, cursors);
    }

    private Document getMore(Database database, Document request) {
        FindCursor cursor = cursors.get(Request.number(request, "getMore", 0));
        long batchSize = Request.notNegative(request, "batchSize", 0);
        List<Found> batch =
                cursor.take(batchSize == 0 ? FindCursor.DEFAULT_BATCH : (int) Math.min(Integer.MAX_VALUE, batchSize));
        boolean ends = cursor.isEmpty();
        if (ends) {
            cursors.remove(cursor.getId());
        }
        String namespace = database.getDatabaseName() + "." + Request.text(request, "collection");
        return Replies.cursor(namespace, "nextBatch", batch, ends ? 0 : cursor.getId());
    }

    private Document killCursors(Database database, Document request) {
        if (!(request.get("cursors") instanceof List<?> ids)) {
            throw Refusal.badValue("'cursors' must be an array");
        }
        List<Object> killed = List.copyOf(ids.stream()
                .filter(id -> cursors.remove(((Number) id).longValue()))
                .toList());
        List<?> unknown = ids.stream().filter(id -> !killed.contains(id)).toList();
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }

    private Document count(Database database, Document request) {
        Document filter = Request.document(request, "query");
        long skip = Request.notNegative(request, "skip", 0);
        long limit = Math.abs(Request.number(request, "limit", 0));
        long n = database.find(Request.text(request, "count"))
                .map(collection -> collection.countMatching(filter, skip, limit))
                .orElse(0L);
        return new Document("n", n <= Integer.MAX_VALUE ? (Object) (int) n : (Object) n);
    }

    private Document distinct(Database database, Document request) {
        Request.text(request, "key");
        Request.document(request, "query");
        return database.find(Request.text(request, "distinct"))
                .map(collection -> collection.handleDistinct(request))
                .orElseGet(() -> new Document("values", List.of()));
    }

    private Document collStats(Database database, Document request) {
        String name = Request.target(request);
        return database.find(name)
                .map(DurableCollection::getStats)
                .orElseGet(() -> new Document("ns", database.getDatabaseName() + "." + name)
                        .append("count", 0)
                        .append("size", 0));
    }

    /** The file holds all databases, so its size is told as what it is: the size of the file. */
    private Document dbStats(Database database, Document request) {
        long objects = 0;
        long bytes = 0;
        int indexes = 0;
        for (DurableCollection collection : database.collections()) {
            Document stats = collection.getStats();
            objects += Request.number(stats, "count", 0);
            bytes += Request.number(stats, "size", 0);
            indexes += collection.specs().size();
        }
        return new Document("db", database.getDatabaseName())
                .append("collections", database.collections().size())
                .append("views", 0)
                .append("objects", objects)
                .append("avgObjSize", objects == 0 ? 0.0 : (double) bytes / objects)
                .append("dataSize", (double) bytes)
                .append("indexes", indexes)
                .append("fileSize", (double) database.fileBytes());
    }

    private Document validate(Database database, Document request) {
        String name = Request.text(request, "validate");
        return database.find(name)
                .orElseThrow(() ->
                        Refusal.of(26, "NamespaceNotFound", "Collection '" + name + "' does not exist to validate."))
                .check();
    }
}
