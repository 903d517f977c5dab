package io.dovira.embedded.query;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The collections of one name space. What makes, renames or drops something must run as a change of the storage. */
public final class Database implements MongoDatabase {

    private static final int MAX_NAME = 255;

    private final String name;
    private final Catalog catalog;
    private final Map<String, DurableCollection> collections = new ConcurrentHashMap<>();

    Database(String name, Catalog catalog) {
        if (name.isEmpty() || name.length() > 63 || name.chars().anyMatch(c -> "/\\. \"$*<>:|?\0".indexOf(c) >= 0)) {
            throw Refusal.of(73, "InvalidNamespace", "Invalid database name: '" + name + "'");
        }
        this.name = name;
        this.catalog = catalog;
    }

    public Optional<DurableCollection> find(String collection) {
        return Optional.ofNullable(collections.get(checked(collection)));
    }

    /** The collection, made when absent: a first insert makes one, as in MongoDB. */
    public DurableCollection findOrCreate(String collection) {
        return collections.computeIfAbsent(checked(collection), newName -> catalog.create(this, collection));
    }

    public Collection<DurableCollection> collections() {
        return List.copyOf(collections.values());
    }

    /** Bytes of the file that holds all databases. */
    public long fileBytes() {
        return catalog.fileBytes();
    }

    /**
     * Makes an index unless the same one exists.
     *
     * @return whether it was made
     */
    public boolean createIndex(DurableCollection collection, IndexSpec spec) {
        for (IndexSpec existing : collection.specs()) {
            if (existing.equals(spec)) {
                return false;
            }
            if (existing.name().equals(spec.name())) {
                throw Refusal.of(
                        86,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index but another specification: "
                                + existing.toDocument());
            }
            if (existing.fields().equals(spec.fields())) {
                throw Refusal.of(
                        85, "IndexOptionsConflict", "Index already exists with a different name: " + existing.name());
            }
        }
        catalog.createIndex(collection, spec);
        return true;
    }

    public void dropIndex(DurableCollection collection, String index) {
        collection.dropIndex(index);
        catalog.save(collection);
    }

    void register(DurableCollection collection) {
        collections.put(collection.getCollectionName(), collection);
    }

    private static String checked(String collection) {
        if (collection.isEmpty() || collection.length() > MAX_NAME || collection.indexOf('\0') >= 0) {
            throw Refusal.of(73, "InvalidNamespace", "Invalid collection name: '" + collection + "'");
        }
        if (collection.contains("$") || collection.startsWith("system.")) {
            throw Refusal.of(73, "InvalidNamespace", "'" + collection + "' is a reserved collection name");
        }
        return collection;
    }

    @Override
    public String getDatabaseName() {
        return name;
    }

    @Override
    public boolean isEmpty() {
        return collections.isEmpty();
    }

    @Override
    public DurableCollection createCollectionOrThrowIfExists(String collection, CollectionOptions options) {
        if (find(collection).isPresent()) {
            throw new NamespaceExistsException("Collection already exists. NS: " + name + "." + collection);
        }
        return findOrCreate(collection);
    }

    @Override
    public @Nullable DurableCollection resolveCollection(String collection, boolean throwIfNotFound) {
        DurableCollection found = find(collection).orElse(null);
        if (found == null && throwIfNotFound) {
            throw Refusal.of(26, "NamespaceNotFound", "ns does not exist: " + name + "." + collection);
        }
        return found;
    }

    @Override
    public void drop(Oplog oplog) {
        collections().forEach(collection -> dropCollection(collection.getCollectionName(), oplog));
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        DurableCollection removed = collections.remove(collection);
        if (removed != null) {
            catalog.drop(removed);
        }
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        DurableCollection moved = (DurableCollection) collection;
        oldDatabase.unregisterCollection(moved.getCollectionName());
        moved.renameTo(this, checked(newCollectionName));
        register(moved);
        catalog.save(moved);
    }

    @Override
    public void unregisterCollection(String collection) {
        catalog.forget(Objects.requireNonNull(collections.remove(collection)));
    }

    @Override
    public void handleClose(Channel channel) {}

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databaseResolver, Oplog oplog) {
        throw new UnsupportedOperationException("commands go through the command package");
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new UnsupportedOperationException("commands go through the command package");
    }
}
