package io.dovira.eventstore.seal;

import com.mongodb.client.MongoDatabase;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.SignedNote;
import io.dovira.eventstore.tlog.StoredAppend;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A log, a seal, a directory for the key; and what must come out, computed from the stored bytes by the other reader. */
final class Rig implements AutoCloseable {

    static final String ORIGIN = "dovira.example/log";

    final MongoDatabase logDatabase;
    final MongoDatabase sealDatabase;
    final EventLog log;
    final SealStore store;
    final SealFiles files;
    final NoteSigner signer;
    private long streams;

    Rig(TestMongo mongo, Path directory) {
        this.logDatabase = mongo.newDatabase();
        this.sealDatabase = mongo.newDatabase();
        this.log = EventLog.open(logDatabase, LogOptions.defaults());
        this.store = new SealStore(sealDatabase);
        this.files = new SealFiles(directory, null);
        this.signer = files.signer(() -> ORIGIN);
    }

    static SealOptions quick() {
        return new SealOptions(Clock.systemUTC(), Duration.ofMillis(30), 65_536);
    }

    Sealer sealer() {
        return sealer(step -> {});
    }

    Sealer sealer(Step.Listener steps) {
        return new Sealer(log, store, files, signer, quick(), steps);
    }

    /** Appends of one to three events. */
    void record(int events) {
        List<List<NewEvent>> appends = new ArrayList<>();
        for (int left = events; left > 0; ) {
            int size = Math.min(left, 1 + left % 3);
            String stream = "visit-" + UUID.randomUUID();
            List<NewEvent> append = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                append.add(event(stream, i));
            }
            appends.add(append);
            left -= size;
        }
        log.appendAll(appends);
    }

    private NewEvent event(String stream, int sequence) {
        streams++;
        return new NewEvent(
                UUID.randomUUID().toString(),
                "visit.visitor-called",
                1,
                stream,
                sequence,
                Instant.parse("2026-03-02T12:00:00Z").plusMillis(streams),
                streams % 5 == 0 ? List.of("ціль", "b") : List.of(),
                new BsonDocument("number", new BsonInt64(streams)).append("note", new BsonString("нотатка " + streams)),
                streams % 7 == 0 ? new BsonDocument() : new BsonDocument("office", new BsonString("office-1")));
    }

    /** Rounds until everything recorded is sealed. */
    void seal() throws InterruptedException {
        seal(sealer());
    }

    void seal(Sealer sealer) throws InterruptedException {
        long end = log.head();
        for (int round = 0; round < 50 && sealed() < end; round++) {
            sealer.round();
        }
    }

    long sealed() {
        return store.head().map(SealedHead::size).orElse(0L);
    }

    List<Leaf> leaves() throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        new CommitDump(logDatabase).writeTo(document -> leaves.addAll(StoredAppend.read(document, leaves.size() + 1)));
        return leaves;
    }

    Hash rootOfStoredBytes(long size) throws IOException {
        TreeBuilder tree = TreeBuilder.empty();
        leaves().subList(0, (int) size).forEach(leaf -> tree.append(leaf.hash()));
        return tree.root();
    }

    /** What the published note says, which must be signed. */
    Checkpoint published() {
        return Checkpoint.of(
                signer.key().verified(SignedNote.of(store.head().orElseThrow().note())));
    }

    @Override
    public void close() {
        log.close();
    }
}
