package io.dovira.embedded.command;

import static io.dovira.embedded.command.Command.Access.CHANGE;
import static io.dovira.embedded.command.Command.Access.READ;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.dovira.embedded.query.Catalog;
import io.dovira.embedded.query.Database;
import io.dovira.embedded.query.DurableCollection;
import io.dovira.embedded.query.IndexSpec;
import io.dovira.embedded.query.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands that make, rename, drop and list databases, collections and indexes. */
final class Schema {

    private final Catalog catalog;

    Schema(Catalog catalog) {
        this.catalog = catalog;
    }

    Map<String, Command> commands() {
        return Map.of(
                "create", new Command(CHANGE, Set.of("create"), this::create),
                "drop", new Command(CHANGE, Set.of("drop"), this::drop),
                "dropdatabase", new Command(CHANGE, Set.of("dropDatabase"), this::dropDatabase),
                "renamecollection",
                        new Command(CHANGE, Set.of("renameCollection", "to", "dropTarget"), this::renameCollection),
                "createindexes", new Command(CHANGE, Set.of("createIndexes", "indexes"), this::createIndexes),
                "dropindexes", new Command(CHANGE, Set.of("dropIndexes", "index"), this::dropIndexes),
                "listindexes", new Command(READ, Set.of("listIndexes", "cursor"), this::listIndexes),
                "listcollections",
                        new Command(
                                READ,
                                Set.of("listCollections", "filter", "nameOnly", "cursor", "authorizedCollections"),
                                this::listCollections),
                "listdatabases",
                        new Command(
                                READ,
                                Set.of("listDatabases", "filter", "nameOnly", "authorizedDatabases"),
                                this::listDatabases));
    }

    private Document create(Database database, Document request) {
        database.createCollectionOrThrowIfExists(Request.text(request, "create"), CollectionOptions.withDefaults());
        return new Document();
    }

    private Document drop(Database database, Document request) {
        String name = Request.text(request, "drop");
        return database.find(name)
                .map(collection -> {
                    int indexes = collection.specs().size();
                    database.dropCollection(name, NoopOplog.get());
                    return new Document("nIndexesWas", indexes).append("ns", database.getDatabaseName() + "." + name);
                })
                .orElseGet(Document::new);
    }

    private Document dropDatabase(Database database, Document request) {
        database.drop(NoopOplog.get());
        return new Document("dropped", database.getDatabaseName());
    }

    private Document renameCollection(Database admin, Document request) {
        String from = Request.text(request, "renameCollection");
        String to = Request.text(request, "to");
        Database source = catalog.database(Utils.getDatabaseNameFromFullName(from));
        Database target = catalog.database(Utils.getDatabaseNameFromFullName(to));
        String name = Utils.getCollectionNameFromFullName(to);
        DurableCollection collection = source.find(Utils.getCollectionNameFromFullName(from))
                .orElseThrow(
                        () -> Refusal.of(26, "NamespaceNotFound", "Source collection " + from + " does not exist"));
        if (from.equals(to)) {
            throw Refusal.of(20, "IllegalOperation", "Can't rename a collection to itself");
        }
        if (target.find(name).isPresent()) {
            if (!Utils.isTrue(request.get("dropTarget"))) {
                throw Refusal.of(48, "NamespaceExists", "target namespace exists");
            }
            target.dropCollection(name, NoopOplog.get());
        }
        target.moveCollection(source, collection, name);
        return new Document();
    }

    private Document createIndexes(Database database, Document request) {
        List<IndexSpec> specs = Request.documents(request, "indexes").stream()
                .map(IndexSpec::parse)
                .toList();
        String name = Request.text(request, "createIndexes");
        boolean made = database.find(name).isEmpty();
        DurableCollection collection = database.findOrCreate(name);
        int before = collection.specs().size();
        specs.forEach(spec -> database.createIndex(collection, spec));
        return new Document("numIndexesBefore", before)
                .append("numIndexesAfter", collection.specs().size())
                .append("createdCollectionAutomatically", made);
    }

    private Document dropIndexes(Database database, Document request) {
        DurableCollection collection = existing(database, Request.text(request, "dropIndexes"));
        int before = collection.specs().size();
        Object asked = request.get("index");
        List<IndexSpec> secondary = collection.specs().subList(1, before);
        List<IndexSpec> dropped = asked instanceof String all && all.equals("*")
                ? secondary
                : asked instanceof List<?> several
                        ? several.stream().map(one -> named(collection, one)).toList()
                        : List.of(named(collection, asked));
        dropped.forEach(spec -> database.dropIndex(collection, spec.name()));
        return new Document("nIndexesWas", before);
    }

    private static IndexSpec named(DurableCollection collection, @Nullable Object nameOrKey) {
        IndexSpec found = collection.specs().stream()
                .filter(spec ->
                        spec.name().equals(nameOrKey) || spec.keyPattern().equals(nameOrKey))
                .findFirst()
                .orElseThrow(() -> Refusal.of(27, "IndexNotFound", "index not found with name or key " + nameOrKey));
        if (found.equals(IndexSpec.PRIMARY)) {
            throw Refusal.of(72, "InvalidOptions", "cannot drop _id index");
        }
        return found;
    }

    private Document listIndexes(Database database, Document request) {
        String name = Request.text(request, "listIndexes");
        List<Document> descriptions = existing(database, name).specs().stream()
                .map(IndexSpec::toDocument)
                .toList();
        return Replies.cursor(database.getDatabaseName() + "." + name, "firstBatch", descriptions, 0);
    }

    private static DurableCollection existing(Database database, String name) {
        return database.find(name)
                .orElseThrow(() -> Refusal.of(
                        26, "NamespaceNotFound", "ns does not exist: " + database.getDatabaseName() + "." + name));
    }

    private Document listCollections(Database database, Document request) {
        Stream<Document> descriptions = database.collections().stream()
                .sorted(Comparator.comparing(DurableCollection::getCollectionName))
                .map(collection -> new Document("name", collection.getCollectionName())
                        .append("type", "collection")
                        .append("options", new Document())
                        .append("info", new Document("readOnly", false).append("uuid", collection.getUuid()))
                        .append("idIndex", IndexSpec.PRIMARY.toDocument()));
        return Replies.cursor(
                database.getDatabaseName() + ".$cmd.listCollections", "firstBatch", filtered(descriptions, request), 0);
    }

    private Document listDatabases(Database admin, Document request) {
        Stream<Document> descriptions = catalog.databases().stream()
                .sorted(Comparator.comparing(Database::getDatabaseName))
                .map(database -> new Document("name", database.getDatabaseName())
                        .append(
                                "sizeOnDisk",
                                database.collections().stream()
                                        .mapToLong(DurableCollection::bytes)
                                        .sum())
                        .append("empty", false));
        return new Document("databases", filtered(descriptions, request));
    }

    private static List<Document> filtered(Stream<Document> descriptions, Document request) {
        Document filter = Request.document(request, "filter");
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        return descriptions
                .filter(description -> matcher.matches(description, filter))
                .toList();
    }
}
