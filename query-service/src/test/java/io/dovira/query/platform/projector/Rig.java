package io.dovira.query.platform.projector;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/** One projection over a list of events, in a database of its own. Each {@link #open} is a new process: it knows only what is stored. */
final class Rig {

    private final MongoDatabase database;
    private final Storage storage;
    private final Fold fold;
    private final Build build;
    private final List<StoredEvent> log;

    Rig(Fold fold, List<StoredEvent> log) {
        this(fold, log, TestMongo.client());
    }

    Rig(Fold fold, List<StoredEvent> log, MongoClient client) {
        this.database = client.getDatabase(TestMongo.freshDatabase().getName());
        this.storage = new Storage(client, database);
        this.fold = fold;
        this.build = Build.first(fold.name(), fold.version());
        this.log = log;
    }

    /** The process dies here. */
    static final class Crash extends RuntimeException {
        Crash(String step) {
            super("died after '" + step + "'");
        }
    }

    Projection open(StoredDocuments.Steps steps) {
        // The claim of a dead process would have to time out first; here the successor just has the same name.
        return open(steps, "only");
    }

    Projection open(StoredDocuments.Steps steps, String owner) {
        return open(steps, owner, Duration.ofSeconds(10));
    }

    /** @param patience how long the owner before may have shown no sign of life; a tiny one takes the claim from the living */
    Projection open(StoredDocuments.Steps steps, String owner, Duration patience) {
        Claim claim = new Claim(storage.tokens(owner, patience), build);
        DeadLetters letters = letters();
        long position = claim.take();
        StoredDocuments documents = new StoredDocuments(database, build, 10_000, position == 0);
        Projection projection =
                new Projection(fold, documents, letters, new Journal(database, build), claim, position, steps);
        projection.finishInterruptedRetry(this::event);
        return projection;
    }

    DeadLetters letters() {
        DeadLetters letters = new DeadLetters(storage.deadLetters(build), new Settled(database, build));
        letters.load();
        return letters;
    }

    Optional<StoredEvent> event(long position) {
        return position < 1 || position > log.size() ? Optional.empty() : Optional.of(log.get((int) position - 1));
    }

    /** Takes what is left up to the end, in batches of this size. */
    void run(int batch, StoredDocuments.Steps steps) {
        run(() -> batch, steps);
    }

    private void run(IntSupplier batch, StoredDocuments.Steps steps) {
        Projection projection = open(steps);
        while (projection.position() < log.size()) {
            int from = (int) projection.position();
            projection.take(log.subList(from, Math.min(log.size(), from + batch.getAsInt())));
        }
    }

    /** Takes the next events as one batch. */
    void take(Projection projection, int count) {
        int from = (int) projection.position();
        projection.take(log.subList(from, Math.min(log.size(), from + count)));
    }

    void runUndisturbed(int batch) {
        runUndisturbed(() -> batch);
    }

    void runUndisturbed(IntSupplier batch) {
        run(batch, StoredDocuments.Steps.NONE);
    }

    /** Every view document, byte for byte, by collection and key. */
    SortedMap<String, String> bytes() {
        SortedMap<String, String> all = new TreeMap<>();
        for (String collection : database.listCollectionNames()) {
            if (collection.startsWith(build.name())) {
                database.getCollection(collection, RawBsonDocument.class)
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .forEach(found -> all.put(
                                collection + "/" + found.getString("_id").getValue(),
                                found.toJson() + " sha256 " + digest(found)));
            }
        }
        return all;
    }

    /** What is not as it was in the undisturbed run; the first few, to be read by people. */
    static List<String> differences(SortedMap<String, String> actual, SortedMap<String, String> expected) {
        SortedMap<String, String> all = new TreeMap<>(expected);
        all.putAll(actual);
        return all.keySet().stream()
                .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
                .limit(3)
                .map(key -> "\n" + key + "\n  is        " + actual.get(key) + "\n  should be " + expected.get(key))
                .toList();
    }

    private static String digest(RawBsonDocument document) {
        ByteBuf bytes = document.getByteBuffer();
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(exact));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Build build() {
        return build;
    }

    Storage storage() {
        return storage;
    }

    static String newOwner() {
        return UUID.randomUUID().toString();
    }
}
