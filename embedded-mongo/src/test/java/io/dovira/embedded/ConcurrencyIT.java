package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyIT {

    private static final int THREADS = 8;
    private static final int TIMES = 150;
    private static final Document ONE = new Document("_id", 1);

    @Test
    void givesEveryReadModifyWriteItsOwnNumberAndNoReaderHalfADocument(@TempDir Path data) throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.start(0, data);
                MongoClient client = MongoClients.create(server.uri());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> counters = client.getDatabase("t").getCollection("counters");
            counters.insertOne(new Document(ONE).append("a", 0).append("b", 0).append("text", "0"));
            List<Callable<List<Integer>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(() -> drawNumbers(counters));
                tasks.add(() -> readTorn(counters));
            }
            List<Integer> drawn = new ArrayList<>();
            for (Future<List<Integer>> result : threads.invokeAll(tasks)) {
                drawn.addAll(result.get());
            }
            assertThat(drawn)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, THREADS * TIMES).boxed().toList());
        }
    }

    private static List<Integer> drawNumbers(MongoCollection<Document> counters) {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Document after = counters.findOneAndUpdate(
                    ONE,
                    Updates.combine(Updates.inc("a", 1), Updates.inc("b", 1)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            drawn.add(Objects.requireNonNull(after).getInteger("a"));
            assertThat(after.getInteger("b")).isEqualTo(after.getInteger("a"));
        }
        return drawn;
    }

    private static List<Integer> readTorn(MongoCollection<Document> counters) {
        int last = 0;
        for (int i = 0; i < TIMES; i++) {
            Document seen = Objects.requireNonNull(counters.find(ONE).first());
            assertThat(seen.getInteger("b")).isEqualTo(seen.getInteger("a"));
            assertThat(seen.getInteger("a")).as("never backwards").isGreaterThanOrEqualTo(last);
            last = seen.getInteger("a");
        }
        return List.of();
    }
}
