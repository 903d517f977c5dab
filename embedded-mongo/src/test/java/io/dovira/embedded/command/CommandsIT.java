package io.dovira.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dovira.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommandsIT {

    private final EmbeddedMongo server = EmbeddedMongo.start(0, null);
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("log");
    private final MongoCollection<Document> commits = database.getCollection("commits");

    @BeforeEach
    void index() {
        commits.createIndex(
                Indexes.ascending("k"), new IndexOptions().unique(true).name("k"));
        commits.createIndex(
                Indexes.ascending("ev.eid"), new IndexOptions().unique(true).name("eid"));
        commits.createIndex(Indexes.ascending("ev.stream", "_id"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Nested
    class AnInsertWithADuplicate {

        @Test
        void keepsWhatCameBeforeItAndNamesTheIndexAndTheKey() {
            commits.insertOne(commit(1, "s/1"));
            assertThatThrownBy(() -> commits.insertMany(List.of(commit(2, "s/2"), commit(3, "s/1"), commit(4, "s/4"))))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        BulkWriteError error = e.getWriteErrors().getFirst();
                        assertThat(e.getWriteErrors()).hasSize(1);
                        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                        assertThat(error.getIndex()).isEqualTo(1);
                        assertThat(error.getCode()).isEqualTo(11000);
                        assertThat(error.getMessage())
                                .startsWith("E11000 duplicate key error collection: log.commits index: k dup key: ");
                    });
            assertThat(ids(commits)).containsExactly(1L, 2L);
        }

        @Test
        void tellsThePatternAndTheValueOfTheKey() {
            commits.insertOne(commit(1, "s/1"));
            Document insert = new Document("insert", "commits").append("documents", List.of(commit(1, "s/9")));
            Document error = database.runCommand(insert)
                    .getList("writeErrors", Document.class)
                    .getFirst();
            assertThat(error.get("keyPattern")).isEqualTo(new Document("_id", 1));
            assertThat(error.get("keyValue")).isEqualTo(new Document("_id", 1L));
        }

        @Test
        void goesOnBehindItWhenUnordered() {
            commits.insertOne(commit(1, "s/1"));
            assertThatThrownBy(() -> commits.insertMany(
                            List.of(commit(2, "s/2"), commit(1, "s/3"), commit(4, "s/4")),
                            new InsertManyOptions().ordered(false)))
                    .isInstanceOf(MongoBulkWriteException.class);
            assertThat(ids(commits)).containsExactly(1L, 2L, 4L);
        }
    }

    @Test
    void findsOnlyNumbersInAStretchOfNumbersAsIds() {
        List<Object> ids = List.of(1, 2L, 2.5, 3, "2", Double.NaN, new Decimal128(4), true, new BsonDateTime(2));
        MongoCollection<Document> mixed = database.getCollection("mixed");
        ids.forEach(id -> mixed.insertOne(new Document("_id", id)));
        assertThat(found(mixed.find(Filters.gte("_id", 2)))).containsExactly(2L, 2.5, 3, new Decimal128(4));
        assertThat(found(mixed.find(Filters.and(Filters.gt("_id", 2), Filters.lt("_id", 3)))))
                .containsExactly(2.5);
        assertThat(found(mixed.find(new Document("_id", new Document("$gt", 2L).append("$lte", 3)))))
                .containsExactly(2.5, 3);
        assertThat(found(mixed.find(Filters.lt("_id", 2)))).containsExactly(1);
    }

    private static List<Object> found(FindIterable<Document> documents) {
        return documents.map(document -> document.get("_id")).into(new ArrayList<>());
    }

    @Test
    void refusesADuplicateInsideAnArrayOfAnotherDocument() {
        commits.insertOne(commit(1, "s/1").append("ev", List.of(event("a"), event("b"))));
        assertThatThrownBy(() -> commits.insertOne(commit(2, "s/2").append("ev", List.of(event("c"), event("b")))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getMessage()).contains("index: eid"));
        commits.insertOne(commit(3, "s/3").append("ev", List.of(event("d"), event("d"))));
    }

    @Test
    void replacesOrInsertsByIdInOneUnorderedBulk() {
        MongoCollection<Document> views = database.getCollection("views");
        views.insertOne(new Document("_id", "a").append("n", 1));
        List<ReplaceOneModel<Document>> models = IntStream.range(0, 500)
                .mapToObj(i -> new ReplaceOneModel<>(
                        Filters.eq("_id", i == 0 ? "a" : "v" + i),
                        new Document("n", i),
                        new ReplaceOptions().upsert(true)))
                .toList();
        BulkWriteResult result = views.bulkWrite(models, new BulkWriteOptions().ordered(false));
        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(499);
        assertThat(views.countDocuments()).isEqualTo(500);
        assertThat(views.find(Filters.eq("_id", "a")).first()).isEqualTo(new Document("_id", "a").append("n", 0));
    }

    @Test
    void storesAReplacementInTheOrderInWhichItWasSent() {
        MongoCollection<Document> views = database.getCollection("views");
        views.insertOne(Document.parse("{_id: 1, a: 1, c: 3}"));

        views.replaceOne(Document.parse("{_id: 1}"), Document.parse("{a: 1, b: 2, c: 3}"));
        assertThat(Objects.requireNonNull(views.find().first()).toJson())
                .isEqualTo("{\"_id\": 1, \"a\": 1, \"b\": 2, \"c\": 3}");

        views.findOneAndReplace(Document.parse("{_id: 1}"), Document.parse("{c: 4, a: 1, d: 5}"));
        assertThat(Objects.requireNonNull(views.find().first()).toJson())
                .isEqualTo("{\"_id\": 1, \"c\": 4, \"a\": 1, \"d\": 5}");
    }

    @Test
    void stopsAnOrderedUpdateAtTheFirstFailure() {
        commits.insertMany(List.of(commit(1, "s/1"), commit(2, "s/2"), commit(3, "s/3")));
        Document answer = database.runCommand(Document.parse("""
                {update: 'commits', updates: [
                  {q: {_id: 1}, u: {$set: {x: 1}}},
                  {q: {_id: 2}, u: {$set: {k: ['s/3']}}},
                  {q: {_id: 3}, u: {$set: {x: 1}}}]}"""));
        assertThat(answer.getInteger("n")).isEqualTo(1);
        assertThat(answer.getList("writeErrors", Document.class))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getInteger("index")).isEqualTo(1);
                    assertThat(error.getInteger("code")).isEqualTo(11000);
                    assertThat(error.get("keyPattern")).isEqualTo(new Document("k", 1));
                });
        assertThat(commits.countDocuments(Filters.exists("x"))).isEqualTo(1);
    }

    @Test
    void claimsATokenByFindOneAndUpdateWithAnUpsert() {
        MongoCollection<Document> tokens = database.getCollection("tokens");
        tokens.createIndex(Indexes.ascending("processor", "segment"), new IndexOptions().unique(true));
        var free = Filters.and(Filters.eq("processor", "p"), Filters.eq("segment", 0), Filters.eq("owner", null));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        Document first = Objects.requireNonNull(tokens.findOneAndUpdate(free, Updates.set("owner", "me"), options));
        assertThat(first).containsEntry("processor", "p").containsEntry("owner", "me");
        assertThatThrownBy(() -> tokens.findOneAndUpdate(free, Updates.set("owner", "you"), options))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(11000));
        assertThat(tokens.updateOne(Filters.eq("owner", "you"), Updates.set("x", 1))
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void readsOnFromAPositionInBatches() {
        for (int from = 0; from < 3_000; from += 500) {
            commits.insertMany(IntStream.range(from, from + 500)
                    .mapToObj(i -> commit(i, "s" + i % 3 + "/" + i))
                    .toList());
        }
        assertThat(ids(commits.find(Filters.gt("_id", 1_000L))
                        .sort(Sorts.ascending("_id"))
                        .limit(100)))
                .hasSize(100)
                .startsWith(1_001L)
                .isSorted();
        assertThat(ids(commits.find(Filters.eq("ev.stream", "s1"))
                        .sort(Sorts.descending("_id"))
                        .batchSize(7)))
                .hasSize(1_000)
                .startsWith(2_998L)
                .endsWith(1L);
        assertThat(ids(commits.find().batchSize(0))).hasSize(3_000);
    }

    @Test
    void goesOnWithACursorWhileDocumentsComeAndGo() {
        commits.insertMany(
                IntStream.range(0, 100).mapToObj(i -> commit(i, "s/" + i)).toList());
        List<Long> seen = new ArrayList<>();
        try (MongoCursor<Document> cursor =
                commits.find().sort(Sorts.ascending("_id")).batchSize(10).iterator()) {
            for (int i = 0; i < 10; i++) {
                seen.add(cursor.next().getLong("_id"));
            }
            commits.deleteMany(Filters.and(Filters.gte("_id", 20L), Filters.lt("_id", 90L)));
            commits.insertOne(commit(200, "s/200"));
            cursor.forEachRemaining(document -> seen.add(document.getLong("_id")));
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().contains(99L, 200L).doesNotContain(50L);
    }

    @Test
    void countsGroupsAndListsDistinctValues() {
        commits.insertMany(IntStream.range(0, 30)
                .mapToObj(i -> commit(i, "s/" + i).append("office", "o" + i % 3))
                .toList());
        assertThat(commits.countDocuments()).isEqualTo(30);
        assertThat(commits.estimatedDocumentCount()).isEqualTo(30);
        assertThat(commits.countDocuments(Filters.lt("_id", 12L))).isEqualTo(12);
        assertThat(commits.distinct("office", String.class).into(new ArrayList<>()))
                .containsExactly("o0", "o1", "o2");
        assertThat(commits.aggregate(List.of(
                                Aggregates.match(Filters.gte("_id", 15L)),
                                Aggregates.group("$office", Accumulators.sum("n", 1)),
                                Aggregates.sort(Sorts.ascending("_id"))))
                        .map(d -> d.getInteger("n"))
                        .into(new ArrayList<>()))
                .containsExactly(5, 5, 5);
    }

    @Test
    void writesTheResultOfAPipelineToACollection() {
        commits.insertMany(
                IntStream.range(0, 10).mapToObj(i -> commit(i, "s/" + i)).toList());
        commits.aggregate(List.of(Aggregates.match(Filters.lt("_id", 4L)), Aggregates.out("copy")))
                .toCollection();
        assertThat(ids(database.getCollection("copy"))).containsExactly(0L, 1L, 2L, 3L);
        commits.aggregate(List.of(Aggregates.match(Filters.gt("_id", 7L)), Aggregates.merge("copy")))
                .toCollection();
        assertThat(ids(database.getCollection("copy"))).containsExactly(0L, 1L, 2L, 3L, 8L, 9L);
    }

    @Test
    void makesRenamesAndDropsCollectionsAndIndexes() {
        commits.insertOne(commit(1, "s/1"));
        commits.dropIndex("eid");
        commits.dropIndex(Indexes.ascending("ev.stream", "_id"));
        assertThat(commits.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>()))
                .containsExactly("_id_", "k");
        commits.renameCollection(new MongoNamespace("archive.old"));
        assertThat(database.listCollectionNames().into(new ArrayList<>())).isEmpty();
        MongoCollection<Document> old = client.getDatabase("archive").getCollection("old");
        assertThat(ids(old)).containsExactly(1L);
        assertThatThrownBy(() -> old.insertOne(commit(2, "s/1"))).isInstanceOf(MongoWriteException.class);
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).containsExactly("archive");
        client.getDatabase("archive").drop();
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).isEmpty();
    }

    @Test
    void leavesNothingOfAUniqueIndexThatCannotBeBuilt() {
        commits.insertMany(
                List.of(commit(1, "s/1").append("office", "o"), commit(2, "s/2").append("office", "o")));
        assertThatThrownBy(() -> commits.createIndex(Indexes.ascending("office"), new IndexOptions().unique(true)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(commits.listIndexes().into(new ArrayList<>())).hasSize(4);
        commits.insertOne(commit(3, "s/3").append("office", "o"));
    }

    @Test
    void refusesADecimalThatNoDoubleEqualsAsAnIndexedValueOnly() {
        commits.insertOne(commit(1, "s/1").append("price", Decimal128.parse("0.1")));
        assertThat(commits.find().projection(Projections.include("price")).first())
                .isEqualTo(new Document("_id", 1L).append("price", Decimal128.parse("0.1")));
        assertThatThrownBy(() -> commits.createIndex(Indexes.ascending("price")))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(2));
    }

    private static Document commit(long id, String key) {
        return new Document("_id", id)
                .append("k", List.of(key))
                .append("ev", List.of(event("e" + id).append("stream", key.substring(0, key.indexOf('/')))));
    }

    private static Document event(String id) {
        return new Document("eid", id);
    }

    private static List<Long> ids(Iterable<Document> documents) {
        List<Long> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.getLong("_id")));
        return ids;
    }

    private static List<Long> ids(MongoCollection<Document> collection) {
        return ids(collection.find());
    }
}
