package io.dovira.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.seal.CommitDump;
import io.dovira.eventstore.seal.SealFiles;
import io.dovira.eventstore.seal.SealOptions;
import io.dovira.eventstore.seal.SealStore;
import io.dovira.eventstore.seal.SealedHead;
import io.dovira.eventstore.seal.Sealer;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.Tile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A real log in a real store, sealed by the real sealer; as files too. */
final class SealedLog implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EmbeddedMongo server = EmbeddedMongo.start(0, null);
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("dovira_log");
    private EventLog log = EventLog.open(database, LogOptions.defaults());
    private final SealStore store = new SealStore(client.getDatabase("dovira_seal"));
    private final NoteSigner signer;
    private final SealFiles files;
    private final Path directory;
    private long recorded;

    SealedLog(Path directory) {
        this.directory = directory;
        this.files = new SealFiles(directory.resolve("seal"), null);
        this.signer = files.signer(() -> "dovira.example/log");
    }

    String uri() {
        return server.uri();
    }

    NoteSigner signer() {
        return signer;
    }

    MongoCollection<BsonDocument> commits() {
        return database.getCollection("commits", BsonDocument.class);
    }

    MongoCollection<BsonDocument> sealed(String collection) {
        return client.getDatabase("dovira_seal").getCollection(collection, BsonDocument.class);
    }

    /**
     * By somebody who has the database, the directory and the key: other events from the position on, and a seal as if they had always been
     * there. What lies elsewhere is out of reach.
     */
    void rewriteFrom(long position, int appends) throws IOException {
        commits().deleteMany(Filters.gte("_id", position));
        client.getDatabase("dovira_seal").drop();
        Files.delete(directory.resolve("seal/last-signed"));
        // Another process: this one remembers the events that were there.
        log.close();
        log = EventLog.open(database, LogOptions.defaults());
        record(appends);
        seal();
    }

    /** Appends of one, two and three events in turn, positions (1) (2 3) (4 5 6) (7) ... */
    void record(int appends) {
        List<List<NewEvent>> all = new ArrayList<>();
        for (int i = 0; i < appends; i++) {
            List<NewEvent> append = new ArrayList<>();
            for (int e = 0; e <= i % 3; e++) {
                append.add(event("visit-" + recorded + "-" + i, e));
            }
            all.add(append);
        }
        recorded += appends;
        log.appendAll(all);
    }

    private static NewEvent event(String stream, int sequence) {
        return new NewEvent(
                stream + "#" + sequence,
                "visit.visitor-called",
                1,
                stream,
                sequence,
                Instant.parse("2026-03-02T12:00:00Z"),
                List.of(),
                new BsonDocument("number", new BsonInt64(sequence)).append("note", new BsonString("нотатка")),
                new BsonDocument("actor", new BsonString("s-17")));
    }

    /** Seals all; the published head. */
    SealedHead seal() {
        long end = log.head();
        try (Sealer sealer = new Sealer(
                log, store, files, signer, new SealOptions(Clock.systemUTC(), Duration.ofMillis(20), 100_000))) {
            sealer.start();
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> store.head().filter(head -> head.size() == end).isPresent());
        }
        return store.head().orElseThrow();
    }

    Path checkpoint(String name) throws IOException {
        return Files.writeString(directory.resolve(name), seal().note());
    }

    String key() {
        return signer.key().toString();
    }

    List<byte[]> stored() throws IOException {
        List<byte[]> documents = new ArrayList<>();
        new CommitDump(database).writeTo(documents::add);
        return documents;
    }

    Path export(String name, List<byte[]> documents) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        documents.forEach(all::writeBytes);
        return Files.write(directory.resolve(name), all.toByteArray());
    }

    /** All tiles of the head as files. */
    Path tiles() throws IOException {
        long size = store.head().orElseThrow().size();
        Path root = directory.resolve("mirror");
        for (int level = 0; level < 3; level++) {
            for (long index = 0; Tile.in(size, level, index).isPresent(); index++) {
                Tile tile = Tile.in(size, level, index).orElseThrow();
                Path file = root.resolve("tile").resolve(tile.path());
                Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                Files.write(file, store.read(tile));
            }
        }
        return root;
    }

    static byte[] changed(byte[] document, UnaryOperator<BsonDocument> change) {
        BsonDocument read = new RawBsonDocument(document).decode(new BsonDocumentCodec());
        RawBsonDocument written = new RawBsonDocument(change.apply(read), new BsonDocumentCodec());
        byte[] bytes = new byte[written.getByteLength()];
        written.getByteBuffer().get(bytes);
        return bytes;
    }

    /** What the verifier printed, and how it ended. */
    record Run(int code, String out, String err) {}

    /** Of an export against checkpoints, by the log's key. */
    Run verify(Path export, Path... checkpoints) {
        return verify(words(export, checkpoints).toArray(String[]::new));
    }

    /** As {@link #verify(Path, Path...)}, with the tiles in the directory. */
    Run verifyWithTiles(Path tiles, Path export, Path... checkpoints) {
        List<String> words = words(export, checkpoints);
        words.addAll(List.of("--tiles", tiles.toString()));
        return verify(words.toArray(String[]::new));
    }

    private List<String> words(Path export, Path... checkpoints) {
        List<String> words = new ArrayList<>(List.of("verify", "--export", export.toString()));
        for (Path checkpoint : checkpoints) {
            words.addAll(List.of("--checkpoint", checkpoint.toString()));
        }
        words.addAll(List.of("--key", key()));
        return words;
    }

    static Run verify(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words), null);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        log.close();
        client.close();
        server.close();
    }
}
