package io.dovira.embedded.command;

import static io.dovira.embedded.command.Command.Access.WRITE;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.dovira.embedded.query.Database;
import io.dovira.embedded.query.DurableCollection;
import io.dovira.embedded.query.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * The commands that change documents. The statements of one command run in order; each is whole or not at all, and an ordered
 * command ends at the first that fails, what came before it stands.
 */
final class Writes {

    private static final Set<String> UPDATE = Set.of("q", "u", "multi", "upsert");
    private static final Set<String> DELETE = Set.of("q", "limit");

    private Writes() {}

    static Map<String, Command> commands() {
        return Map.of(
                "insert",
                new Command(
                        WRITE, Set.of("insert", "documents", "ordered", "bypassDocumentValidation"), Writes::insert),
                "update",
                new Command(WRITE, Set.of("update", "updates", "ordered", "bypassDocumentValidation"), Writes::update),
                "delete",
                new Command(WRITE, Set.of("delete", "deletes", "ordered"), Writes::delete),
                "findandmodify",
                new Command(
                        WRITE,
                        Set.of(
                                "findAndModify",
                                "findandmodify",
                                "query",
                                "sort",
                                "remove",
                                "update",
                                "new",
                                "fields",
                                "upsert",
                                "bypassDocumentValidation"),
                        Writes::findAndModify));
    }

    private static Document insert(Database database, Document request) {
        List<Document> documents = Request.documents(request, "documents");
        DurableCollection collection = database.findOrCreate(Request.text(request, "insert"));
        int[] inserted = {0};
        Document answer = new Document();
        statements(request, documents, answer, (document, index) -> {
            collection.addDocument(document);
            inserted[0]++;
        });
        return answer.append("n", inserted[0]);
    }

    private static Document update(Database database, Document request) {
        List<Document> updates = Request.documents(request, "updates");
        String name = Request.text(request, "update");
        int[] matched = {0};
        int[] modified = {0};
        List<Document> upserted = new ArrayList<>();
        Document answer = new Document();
        statements(request, updates, answer, (update, index) -> {
            Request.checkPart("update.updates", UPDATE, update);
            boolean upsert = Utils.isTrue(update.get("upsert"));
            Document filter = Request.document(update, "q");
            Document change = modification(update, "u");
            Optional<DurableCollection> collection = target(database, name, upsert);
            if (collection.isEmpty()) {
                return;
            }
            Document result = collection
                    .get()
                    .updateDocuments(
                            filter,
                            change,
                            ArrayFilters.empty(),
                            Utils.isTrue(update.get("multi")),
                            upsert,
                            NoopOplog.get());
            matched[0] += (int) Request.number(result, "n", 0);
            modified[0] += (int) Request.number(result, "nModified", 0);
            if (result.containsKey("upserted")) {
                upserted.add(new Document("index", index).append("_id", result.get("upserted")));
            }
        });
        answer.append("n", matched[0] + upserted.size()).append("nModified", modified[0]);
        if (!upserted.isEmpty()) {
            answer.append("upserted", upserted);
        }
        return answer;
    }

    private static Document delete(Database database, Document request) {
        List<Document> deletes = Request.documents(request, "deletes");
        String name = Request.text(request, "delete");
        int[] deleted = {0};
        Document answer = new Document();
        statements(request, deletes, answer, (delete, index) -> {
            Request.checkPart("delete.deletes", DELETE, delete);
            long limit = Request.number(delete, "limit", -1);
            if (limit != 0 && limit != 1) {
                throw Refusal.of(
                        9,
                        "FailedToParse",
                        "The limit field in delete objects must be 0 or 1. Got " + delete.get("limit"));
            }
            Document filter = Request.document(delete, "q");
            deleted[0] += database.find(name)
                    .map(collection -> collection.deleteDocuments(filter, (int) limit))
                    .orElse(0);
        });
        return answer.append("n", deleted[0]);
    }

    private static Document findAndModify(Database database, Document request) {
        String name = Request.target(request);
        if (request.containsKey("update")) {
            if (Utils.isTrue(request.get("remove"))) {
                throw Refusal.of(9, "FailedToParse", "Cannot specify both an update and remove=true");
            }
            modification(request, "update");
        }
        Document answer = target(database, name, Utils.isTrue(request.get("upsert")))
                .map(collection -> collection.findAndModify(request))
                .orElseGet(() -> new Document("lastErrorObject", new Document("n", 0)).append("value", null));
        answer.remove("ok");
        return answer;
    }

    /** Only an insert makes a collection. */
    private static Optional<DurableCollection> target(Database database, String name, boolean upsert) {
        return upsert ? Optional.of(database.findOrCreate(name)) : database.find(name);
    }

    private static Document modification(Document update, String field) {
        if (update.get(field) instanceof List<?>) {
            throw Refusal.notImplemented("an update by a pipeline");
        }
        return Request.document(update, field);
    }

    private static void statements(
            Document request, List<Document> statements, Document answer, ObjIntConsumer<Document> run) {
        boolean ordered = !Boolean.FALSE.equals(request.get("ordered"));
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < statements.size() && (errors.isEmpty() || !ordered); i++) {
            try {
                run.accept(statements.get(i), i);
            } catch (MongoServerException e) {
                errors.add(Replies.writeError(i, e));
            } catch (ClassCastException | IllegalArgumentException | UnsupportedOperationException e) {
                errors.add(Replies.writeError(i, Refused.of(e)));
            }
        }
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
    }
}
