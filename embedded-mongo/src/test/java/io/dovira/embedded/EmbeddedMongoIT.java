package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {

    @Test
    void answersADriverOnALoopbackPortOfItsOwnChoice() {
        try (EmbeddedMongo server = EmbeddedMongo.start(0, null);
                MongoClient client = MongoClients.create(server.uri())) {
            var things = client.getDatabase("test").getCollection("things");
            things.insertOne(new Document("_id", 1).append("name", "bench"));
            assertThat(things.find().first()).isEqualTo(new Document("_id", 1).append("name", "bench"));
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void keepsDocumentsAndIndexesWhenItIsStartedAgain(@TempDir Path data) {
        try (EmbeddedMongo server = EmbeddedMongo.start(0, data);
                MongoClient client = MongoClients.create(server.uri())) {
            var commits = commits(client);
            commits.createIndex(Indexes.ascending("ev.stream", "_id"));
            commits.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
            for (long i = 1; i <= 250; i++) {
                commits.insertOne(commit(i, "s" + i % 5));
            }
        }
        try (EmbeddedMongo server = EmbeddedMongo.start(0, data);
                MongoClient client = MongoClients.create(server.uri())) {
            var commits = commits(client);
            assertThat(commits.listIndexes()
                            .map(index -> index.getString("name"))
                            .into(new ArrayList<>()))
                    .containsExactlyInAnyOrder("_id_", "ev.stream_1__id_1", "k_1");
            assertThat(commits.find(Filters.eq("ev.stream", "s3"))
                            .sort(Sorts.ascending("_id"))
                            .map(d -> d.getLong("_id"))
                            .into(new ArrayList<>()))
                    .hasSize(50)
                    .isSorted()
                    .startsWith(3L, 8L);
            assertThat(commits.find().sort(Sorts.descending("_id")).first()).containsEntry("_id", 250L);
        }
    }

    private static MongoCollection<Document> commits(MongoClient client) {
        return client.getDatabase("log")
                .getCollection("commits")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    private static Document commit(long id, String stream) {
        return new Document("_id", id)
                .append("k", List.of(stream + "/" + id))
                .append("ev", List.of(new Document("stream", stream).append("seq", id)));
    }
}
