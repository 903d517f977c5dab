package io.dovira.system.fire;

import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.dovira.system.fire.History.Fact;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;

/** The embedded server as a process, and what only its owner can do: fill its disk, look into its collections. */
final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUT_OF_DISK_SPACE = 14_031;
    private static final byte[] PADDING = new byte[16_384];

    private final Path data;
    private final Daemon process;
    private final MongoClient client;
    private final MongoCollection<Document> probes;
    private final List<Integer> acknowledged = new ArrayList<>();
    private int next;

    Database(int port, Path directory, Path jar) {
        this(port, directory, jar, List.of());
    }

    /** @param within what puts a command into the surroundings where it is to run; nothing for these */
    Database(int port, Path directory, Path jar, List<String> within) {
        this.data = directory.resolve("mongo");
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        this.process = new Daemon("embedded-mongo", directory, Map.of(), command);
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true"))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(20, TimeUnit.SECONDS))
                .build());
        this.probes = client.getDatabase("fire")
                .getCollection("probes")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    Daemon process() {
        return process;
    }

    MongoClient client() {
        return client;
    }

    /** Whether this machine lets a running process be limited; {@code prlimit} is part of every Debian. */
    static boolean canBeLimited() {
        return Shell.succeeds("prlimit --fsize --pid $$");
    }

    /**
     * The files of the running server may grow by so many bytes and no more (RLIMIT_FSIZE: writes then fail with EFBIG, and the last one may be
     * cut short, as on a full disk).
     */
    void fillUpToALimit(long room, Duration hold) {
        limit(String.valueOf(largestJournal() + room));
        fill(() -> {
            lasts(hold);
            limit("unlimited");
        });
    }

    /**
     * Writes until there is no more room. It must refuse what it cannot keep, show nothing of that, and go on when there is room and it has been
     * started again.
     *
     * @param makeRoom when it is full
     */
    void fill(Runnable makeRoom) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> !probe());
        assertThat(probe()).as("it refuses everything after the first failure").isFalse();
        assertThat(probesThere()).as("readers see what is durable, and no more").isEqualTo(acknowledged);
        makeRoom.run();
        assertThat(probe())
                .as("it does not know what the disk holds until it starts again")
                .isFalse();
        process.restart();
        await().atMost(PATIENCE).until(this::answers);
        List<Integer> there = probesThere();
        assertThat(there).as("what was acknowledged").containsAll(acknowledged);
        assertThat(there).doesNotHaveDuplicates().allMatch(number -> number < next);
        acknowledged.clear();
        acknowledged.addAll(there);
        assertThat(probe()).as("it writes again").isTrue();
    }

    private static void lasts(Duration hold) {
        await().pollDelay(hold).atMost(hold.plus(PATIENCE)).until(() -> true);
    }

    private void limit(String bytes) {
        Shell.run("prlimit --pid %d --fsize=%s:".formatted(process.pid(), bytes));
    }

    private long largestJournal() {
        File[] journals = data.toFile().listFiles((directory, name) -> name.startsWith("journal."));
        long largest = 0;
        for (File journal : journals == null ? new File[0] : journals) {
            largest = Math.max(largest, journal.length());
        }
        return largest;
    }

    /** Whether one more document is acknowledged; if not, it must be for want of room. */
    private boolean probe() {
        int number = next++;
        Document document = new Document("_id", number).append("padding", new Binary(PADDING));
        MongoException refusal = catchThrowableOfType(MongoException.class, () -> probes.insertOne(document));
        if (refusal == null) {
            acknowledged.add(number);
            return true;
        }
        assertThat(refusal.getCode()).as(refusal.getMessage()).isEqualTo(OUT_OF_DISK_SPACE);
        return false;
    }

    private List<Integer> probesThere() {
        List<Integer> numbers = new ArrayList<>();
        probes.find()
                .projection(include("_id"))
                .sort(Sorts.ascending("_id"))
                .forEach(document -> numbers.add(document.getInteger("_id")));
        return numbers;
    }

    boolean answers() {
        try {
            client.getDatabase("fire").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    /** The last position of the log; 0 while it is empty. */
    long head() {
        Document last = client.getDatabase("dovira_log")
                .getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(Sorts.descending("_id"))
                .first();
        return last == null ? 0 : last.getLong("_id") + last.getInteger("n") - 1;
    }

    /** The log as its collection holds it, read with no class of ours. */
    List<Fact> log() {
        List<Fact> facts = new ArrayList<>();
        client.getDatabase("dovira_log")
                .getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(Sorts.ascending("_id"))
                .forEach(commit -> {
                    long position = commit.getLong("_id");
                    Instant recordedAt = commit.getDate("rts").toInstant();
                    assertThat(commit.getList("ev", Document.class)).hasSize(commit.getInteger("n"));
                    for (Document event : commit.getList("ev", Document.class)) {
                        facts.add(new Fact(
                                position++,
                                event.getString("eid"),
                                event.getString("stream"),
                                event.getLong("seq"),
                                recordedAt,
                                String.valueOf(event.get("meta", Document.class).get("correlation", ""))));
                    }
                });
        return facts;
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
