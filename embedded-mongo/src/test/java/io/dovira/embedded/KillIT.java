package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server's process (SIGKILL) under 16 writers, again and again on the same data, and looks for what was
 * acknowledged. Run longer with {@code -Ddovira.kills=200}.
 */
class KillIT {

    private static final int WRITERS = 16;
    private static final int BATCH = 10;

    private final int kills = Integer.getInteger("dovira.kills", 20);
    private final long seed = Long.getLong("dovira.kills.seed", System.nanoTime());
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path data;

    @Test
    void losesNothingAcknowledgedAndHalvesNoCommand() throws Exception {
        System.out.println("seed of the kill test: " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < kills; round++) {
            // From a commit of the store after every few groups to none between two kills.
            long journal = 1L << (12 + random.nextInt(12));
            try (ServerProcess server = ServerProcess.on(data, journal);
                    MongoClient client = server.client()) {
                verify(client);
                if (random.nextInt(4) == 0) {
                    // The housekeeper wakes when nothing was written for a second, and its groups are journalled like
                    // all others.
                    new CountDownLatch(1).await(1_500, TimeUnit.MILLISECONDS);
                }
                writeUntilKilled(server, client, round, 50 + random.nextInt(250));
            }
        }
        try (ServerProcess server = ServerProcess.on(data);
                MongoClient client = server.client()) {
            verify(client);
        }
        assertThat(acknowledged).hasSizeGreaterThan(kills * WRITERS);
        System.out.println(kills + " kills, " + acknowledged.size() + " acknowledged, none lost");
    }

    private void writeUntilKilled(ServerProcess server, MongoClient client, int round, int millis) throws Exception {
        MongoCollection<Document> commits = commits(client);
        commits.createIndex(new Document("k", 1), new IndexOptions().unique(true));
        commits.createIndex(new Document("ev.stream", 1).append("_id", 1));
        CountDownLatch begun = new CountDownLatch(WRITERS);
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            long first = (round * WRITERS + writer) * 1_000_000L;
            boolean inBatches = writer % 2 == 0;
            writers.add(Thread.ofVirtual().start(() -> write(commits, first, inBatches, begun)));
        }
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        // Not a wait for something: the moment of the kill is what the test draws at random.
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void write(MongoCollection<Document> commits, long first, boolean inBatches, CountDownLatch begun) {
        try {
            for (long id = first; ; id += BATCH) {
                List<Document> batch = new ArrayList<>();
                for (int i = 0; i < (inBatches ? BATCH : 1); i++) {
                    batch.add(commit(id + i, inBatches ? id : -1));
                }
                commits.insertMany(batch);
                batch.forEach(document -> acknowledged.add(document.getLong("_id")));
                begun.countDown();
            }
        } catch (MongoException e) {
            begun.countDown();
        }
    }

    private void verify(MongoClient client) {
        Set<Long> missing = ConcurrentHashMap.newKeySet();
        missing.addAll(acknowledged);
        Map<Long, Integer> sizes = new HashMap<>();
        commits(client).find().projection(Projections.include("command")).forEach(found -> {
            missing.remove(found.getLong("_id"));
            if (found.getLong("command") >= 0) {
                sizes.merge(found.getLong("command"), 1, Integer::sum);
            }
        });
        assertThat(missing).as("seed %d: acknowledged and lost", seed).isEmpty();
        assertThat(sizes.values()).as("documents of each command").allMatch(size -> size == BATCH);
        if (!acknowledged.isEmpty()) {
            Document report = client.getDatabase("log").runCommand(new Document("validate", "commits"));
            assertThat(report.getBoolean("valid")).as(report.toJson()).isTrue();
        }
    }

    private static MongoCollection<Document> commits(MongoClient client) {
        return client.getDatabase("log")
                .getCollection("commits")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static Document commit(long id, long command) {
        return new Document("_id", id)
                .append("command", command)
                .append("k", List.of("s" + id % 97 + "/" + id))
                .append("ev", List.of(new Document("stream", "s" + id % 97).append("seq", id)));
    }
}
