package io.dovira.embedded.command;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.dovira.embedded.command.Command.Access;
import io.dovira.embedded.query.Catalog;
import io.dovira.embedded.query.Database;
import io.dovira.embedded.query.DurableCollection;
import io.dovira.embedded.query.FindCursor;
import io.dovira.embedded.query.Refusal;
import io.dovira.embedded.query.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The aggregate command: what begins the pipeline and a find could do is read by an index, the library runs the rest. */
final class Aggregations {

    private static final int DEFAULT_BATCH = 101;

    private final Catalog catalog;
    private final Cursors cursors;

    Aggregations(Catalog catalog, Cursors cursors) {
        this.catalog = catalog;
        this.cursors = cursors;
    }

    Map<String, Command> commands() {
        return Map.of(
                "aggregate",
                new Command(
                        Aggregations::access,
                        Set.of("aggregate", "pipeline", "cursor", "allowDiskUse", "bypassDocumentValidation"),
                        this::aggregate));
    }

    private static Access access(Document request) {
        List<Document> pipeline = Aggregation.parse(request.get("pipeline"));
        if (pipeline.stream().anyMatch(stage -> stage.containsKey("$out"))) {
            return Access.CHANGE;
        }
        return pipeline.stream().anyMatch(stage -> stage.containsKey("$merge")) ? Access.WRITE : Access.READ;
    }

    private Document aggregate(Database database, Document request) {
        if (!(request.get("aggregate") instanceof String name)) {
            throw Refusal.of(73, "InvalidNamespace", "this server has no aggregation over a whole database");
        }
        Document options = Request.document(request, "cursor");
        Request.checkPart("aggregate.cursor", Set.of("batchSize"), options);
        long batchSize = Request.notNegative(options, "batchSize", DEFAULT_BATCH);
        List<Document> pipeline = Aggregation.parse(request.get("pipeline")).stream()
                .map(Aggregations::known)
                .toList();
        List<Document> result = run(database, name, pipeline, request);
        String namespace = database.getDatabaseName() + "." + name;
        FindCursor cursor = FindCursor.over(cursors.newId(), result);
        if (batchSize == 0) {
            cursors.keep(cursor);
            return Replies.cursor(namespace, "firstBatch", List.of(), cursor.getId());
        }
        return Replies.firstBatch(namespace, cursor, (int) Math.min(Integer.MAX_VALUE, batchSize), false, cursors);
    }

    private List<Document> run(Database database, String name, List<Document> pipeline, Document request) {
        DurableCollection collection = database.find(name).orElse(null);
        Beginning beginning = Beginning.of(pipeline);
        Aggregation rest =
                Aggregation.fromPipeline(beginning.rest(), catalog::database, database, collection, NoopOplog.get());
        rest.validate(new Document("cursor", Request.optional(request, "cursor")));
        if (collection == null) {
            return rest.isModifying() ? rest.runStages(Stream.empty()) : List.of();
        }
        if (beginning.countsAll()) {
            return counted(collection, beginning.rest().getFirst());
        }
        return rest.runStages(collection.stream(beginning.search()));
    }

    /** What drivers send for a count of all documents; the table knows its size. */
    private static List<Document> counted(DurableCollection collection, Document group) {
        Document fields = Request.document(group, "$group");
        Document result = new Document();
        fields.forEach((field, value) ->
                result.put(field, field.equals("_id") ? value : (Object) Math.toIntExact(collection.size())));
        return collection.size() == 0 ? List.of() : List.of(result);
    }

    /** Refuses what the library would take for something else and says the newer stages in older words. */
    private static Document known(Document stage) {
        if (stage.containsKey("$changeStream")) {
            throw Refusal.of(40573, "Location40573", "The $changeStream stage is only supported on replica sets");
        }
        if (stage.keySet().equals(Set.of("$set"))) {
            return new Document("$addFields", stage.get("$set"));
        }
        if (stage.keySet().equals(Set.of("$replaceWith"))) {
            return new Document("$replaceRoot", new Document("newRoot", stage.get("$replaceWith")));
        }
        return stage;
    }

    /** The leading $match, $sort, $skip and $limit, in this order, as one search, and the stages after them. */
    private record Beginning(Search search, List<Document> rest) {

        static Beginning of(List<Document> pipeline) {
            List<Document> rest = new ArrayList<>(pipeline);
            Document filter = rest.isEmpty() ? null : take(rest, "$match");
            Document sort = take(rest, "$sort");
            long skip = takeNumber(rest, "$skip");
            long limit = takeNumber(rest, "$limit");
            return new Beginning(new Search(filter == null ? new Document() : filter, sort, skip, limit, null), rest);
        }

        private static @Nullable Document take(List<Document> stages, String name) {
            if (!stages.isEmpty() && stages.getFirst().get(name) instanceof Document body) {
                stages.removeFirst();
                return body;
            }
            return null;
        }

        private static long takeNumber(List<Document> stages, String name) {
            if (!stages.isEmpty() && stages.getFirst().get(name) instanceof Number number && number.longValue() > 0) {
                stages.removeFirst();
                return number.longValue();
            }
            return 0;
        }

        boolean countsAll() {
            boolean all = search.filter().isEmpty() && search.skip() == 0 && search.limit() == 0;
            return all
                    && rest.size() == 1
                    && rest.getFirst().get("$group") instanceof Document group
                    && group.get("_id") instanceof Integer
                    && group.size() == 2
                    && new Document("$sum", 1)
                            .equals(List.copyOf(group.values()).get(1));
        }
    }
}
