package io.dovira.embedded.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dovira.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Asks the same random questions of this server with many indexes and of the library's memory back end with none. Run longer
 * with {@code -Ddovira.differential.queries=36000}, again with {@code -Ddovira.differential.seed=<printed>}.
 */
class DifferentialIT {

    private static final int DOCUMENTS = 300;

    private static final List<Document> INDEXES = List.of(
            new Document("a", 1),
            new Document("a", -1).append("b", 1),
            new Document("b", -1).append("_id", 1),
            new Document("arr", 1).append("a", 1),
            new Document("m", 1),
            new Document("n.x", 1).append("_id", -1),
            new Document("ev.s", 1).append("_id", 1),
            new Document("ev.s", -1).append("ev.q", 1),
            new Document("d", 1).append("b", -1));

    private static final Object BROKEN = new Object();

    private int broken;
    private final long seed = Long.getLong("dovira.differential.seed", 20_261_125);
    private final int queries = Integer.getInteger("dovira.differential.queries", 2_000);

    @Test
    void findsWhatTheMemoryBackEndFinds() {
        System.out.println("seed of the differential test: " + seed);
        RandomQueries random = new RandomQueries(seed);
        MongoServer peer = new MongoServer(new MemoryBackend());
        try (EmbeddedMongo server = EmbeddedMongo.start(0, null);
                MongoClient ours = MongoClients.create(server.uri());
                MongoClient theirs = MongoClients.create(peer.bindAndGetConnectionString())) {
            compare(
                    ours.getDatabase("t").getCollection("c"),
                    theirs.getDatabase("t").getCollection("c"),
                    random);
        } finally {
            peer.shutdownNow();
        }
    }

    private void compare(MongoCollection<Document> ours, MongoCollection<Document> theirs, RandomQueries random) {
        INDEXES.forEach(ours::createIndex);
        ours.createIndex(new Document("b", 1), new IndexOptions().sparse(true));
        for (int id = 0; id < DOCUMENTS; id++) {
            Document document = random.document(id);
            both(
                    ours,
                    theirs,
                    "insert " + document,
                    c -> c.insertOne(new Document(document)).wasAcknowledged());
        }
        for (int i = 0; i < queries; i++) {
            switch (random.below(12)) {
                case 0 -> change(ours, theirs, random);
                case 1 -> {
                    Document filter = random.filter();
                    both(ours, theirs, "count " + filter.toJson(), c -> c.countDocuments(filter));
                }
                default -> find(ours, theirs, random);
            }
        }
        assertThat(ours.countDocuments()).isEqualTo(theirs.countDocuments());
        assertThat(broken).as("questions the peer could not answer").isLessThan(queries / 10);
    }

    private void find(MongoCollection<Document> ours, MongoCollection<Document> theirs, RandomQueries random) {
        Document filter = random.filter();
        if (random.below(4) == 0) {
            both(ours, theirs, "find " + filter.toJson(), c -> byId(c.find(filter)));
            return;
        }
        Document sort = random.sort();
        int skip = random.below(4) == 0 ? random.below(20) : 0;
        int limit = random.below(3) == 0 ? 0 : 1 + random.below(40);
        int batch = random.below(2) == 0 ? 0 : 2 + random.below(20);
        both(
                ours,
                theirs,
                "find " + filter.toJson() + " sort " + sort.toJson() + " skip " + skip + " limit " + limit,
                c -> c.find(filter)
                        .sort(sort)
                        .skip(skip)
                        .limit(limit)
                        .batchSize(batch)
                        .into(new ArrayList<>()));
    }

    private void change(MongoCollection<Document> ours, MongoCollection<Document> theirs, RandomQueries random) {
        int id = random.below(DOCUMENTS);
        Document one = new Document("_id", id);
        Document update = random.update();
        Document filter = random.filter();
        switch (random.below(6)) {
            case 0 -> both(ours, theirs, "delete " + id, c -> c.deleteOne(one).getDeletedCount());
            case 1 -> {
                Document replacement = random.document(id);
                replacement.remove("_id");
                both(
                        ours,
                        theirs,
                        "replace " + id,
                        c -> c.replaceOne(one, new Document(replacement)).getMatchedCount());
            }
            case 2 -> {
                Document sort = random.sort();
                FindOneAndUpdateOptions options =
                        new FindOneAndUpdateOptions().sort(sort).returnDocument(ReturnDocument.AFTER);
                both(
                        ours,
                        theirs,
                        "find and modify " + filter.toJson() + " sort " + sort.toJson() + " by " + update.toJson(),
                        // The order of fields may differ: after a replacement the peer keeps the old one, MongoDB the
                        // new one.
                        c -> Optional.ofNullable(c.findOneAndUpdate(filter, update, options)));
            }
            case 3 ->
                both(
                        ours,
                        theirs,
                        "update all " + filter.toJson() + " by " + update.toJson(),
                        c -> c.updateMany(filter, update).getMatchedCount());
            default ->
                both(ours, theirs, "update " + id, c -> c.updateOne(one, update).getModifiedCount());
        }
    }

    private static List<Document> byId(FindIterable<Document> found) {
        List<Document> documents = found.into(new ArrayList<>());
        documents.sort(Comparator.comparingInt(document -> Integer.parseInt(String.valueOf(document.get("_id")))));
        return documents;
    }

    /** Where the peer itself breaks down there is nothing to compare; it is asked first, so nothing has changed by then. */
    private void both(
            MongoCollection<Document> ours,
            MongoCollection<Document> theirs,
            String what,
            Function<MongoCollection<Document>, Object> ask) {
        Object expected = outcome(theirs, ask);
        if (expected == BROKEN) {
            broken++;
        } else {
            assertThat(outcome(ours, ask)).as("seed %d: %s", seed, what).isEqualTo(expected);
        }
    }

    private static Object outcome(
            MongoCollection<Document> collection, Function<MongoCollection<Document>, Object> ask) {
        try {
            return ask.apply(collection);
        } catch (MongoCommandException e) {
            return e.getErrorCode() < 0 ? BROKEN : "refused";
        }
    }
}
