package io.dovira.eventstore.seal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.mongo.TestMongo;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.Proofs;
import io.dovira.eventstore.tlog.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class SealerContract {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Rig rig;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        rig = new Rig(mongo(), directory);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private MongoCollection<BsonDocument> commits() {
        return rig.logDatabase.getCollection("commits", BsonDocument.class);
    }

    @Test
    void sealsTheBytesThatAreStored() throws Exception {
        rig.record(700);
        rig.seal();

        Checkpoint published = rig.published();
        assertThat(published.size()).isEqualTo(700);
        assertThat(published.origin()).isEqualTo(Rig.ORIGIN);
        assertThat(published.root()).isEqualTo(rig.rootOfStoredBytes(700));
    }

    @Test
    void bothReadersSeeTheSameOfAnEvent() throws IOException {
        rig.record(200);
        List<Leaf> read = new ArrayList<>();
        rig.log.read(0).forEachRemaining(event -> read.add(Leaves.of(event)));

        assertThat(read).hasSize(200).isEqualTo(rig.leaves());
    }

    @Test
    void everyHeadBeginsAsTheOneBeforeAndHasItsTiles() throws Exception {
        Sealer sealer = rig.sealer();
        List<Checkpoint> heads = new ArrayList<>();
        for (int events : List.of(1, 1, 3, 250, 1, 1, 255, 1, 300, 2)) {
            rig.record(events);
            rig.seal(sealer);
            heads.add(rig.published());
        }
        Seal seal = new Seal(rig.log, rig.store, Rig.quick().clock());

        for (int later = 1; later < heads.size(); later++) {
            Checkpoint from = heads.get(later - 1);
            Checkpoint to = heads.get(later);
            Seal.Consistency proof = seal.consistency(from.size(), to.size());
            assertThat(Proofs.consistent(from.size(), from.root(), to.size(), to.root(), proof.hashes()))
                    .as("%d to %d", from.size(), to.size())
                    .isTrue();
            // The partial tiles of every head that was ever published are there.
            int width = (int) (from.size() % Tile.FULL);
            if (width > 0) {
                assertThat(seal.tile(new Tile(0, from.size() / Tile.FULL, width)))
                        .isPresent();
            }
        }
        List<Leaf> leaves = rig.leaves();
        Checkpoint head = heads.getLast();
        for (long position : List.of(1L, 256L, 257L, 512L, head.size())) {
            Seal.Inclusion proof = seal.inclusion(position, head.size());
            Hash leaf = leaves.get((int) position - 1).hash();
            assertThat(Proofs.includes(leaf, position - 1, head.size(), proof.hashes(), head.root()))
                    .isTrue();
        }
        assertThat(seal.tile(new Tile(0, 3, 256))).isEmpty();
    }

    /** Dies as kill -9 does, as far as what is stored is concerned: nothing after the step is done. */
    @ParameterizedTest
    @EnumSource
    void goesOnAfterDeathAtAnyStep(Step step) throws Exception {
        rig.record(300);
        rig.seal();
        for (int death = 0; death < 3; death++) {
            rig.record(170);
            assertThatThrownBy(() -> rig.sealer(reached -> {
                                if (reached == step) {
                                    throw new Died();
                                }
                            })
                            .round())
                    .isInstanceOf(Died.class);
        }
        Checkpoint before = rig.published();
        rig.record(40);
        rig.seal();

        Checkpoint after = rig.published();
        assertThat(after.size()).isEqualTo(850);
        assertThat(after.root()).isEqualTo(rig.rootOfStoredBytes(850));
        assertThat(before.root()).isEqualTo(rig.rootOfStoredBytes(before.size()));
        assertThat(rig.store.contradiction()).isEmpty();
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The next sealer may see less of the log than the one that died: it must wait for what was signed already. */
    @Test
    void neverPublishesLessThanItHasSigned() throws Exception {
        rig.record(50);
        assertThatThrownBy(() -> rig.sealer(reached -> {
                            if (reached == Step.REMEMBERED) {
                                throw new Died();
                            }
                        })
                        .round())
                .isInstanceOf(Died.class);

        Sealer small = new Sealer(
                rig.log,
                rig.store,
                rig.files,
                rig.signer,
                new SealOptions(Rig.quick().clock(), Duration.ofMillis(50), 1));
        for (int round = 0; round < 20 && rig.sealed() == 0; round++) {
            small.round();
        }

        assertThat(rig.sealed()).isEqualTo(50);
    }

    @Test
    void severalSealersPublishOneHistory(@TempDir Path elsewhere) throws Exception {
        SealFiles other = new SealFiles(elsewhere, directory.resolve("signing-key"));
        NoteSigner same = other.signer(() -> "unused");
        Map<Long, Hash> seen = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        try (EventLog secondLog = EventLog.open(rig.logDatabase, LogOptions.defaults());
                Sealer one = rig.sealer();
                Sealer two = rig.sealer();
                Sealer three = new Sealer(secondLog, rig.store, other, same, Rig.quick());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of(one, two, three).forEach(Sealer::start);
            Future<?> watching = threads.submit(() -> {
                while (!stop.get()) {
                    rig.store.head().ifPresent(head -> seen.put(head.size(), head.root()));
                }
            });
            for (int i = 0; i < 40; i++) {
                rig.record(25);
            }
            await().atMost(LIMIT).until(() -> rig.sealed() == 1_000);
            stop.set(true);
            watching.get();
        }

        assertThat(rig.store.contradiction()).isEmpty();
        assertThat(seen).hasSizeGreaterThan(1);
        List<Leaf> leaves = rig.leaves();
        for (Map.Entry<Long, Hash> head : new TreeMap<>(seen).entrySet()) {
            assertThat(head.getValue()).as("at %d", head.getKey()).isEqualTo(root(leaves, head.getKey()));
        }
    }

    private static Hash root(List<Leaf> leaves, long size) {
        var tree = io.dovira.eventstore.tlog.TreeBuilder.empty();
        leaves.subList(0, (int) size).forEach(leaf -> tree.append(leaf.hash()));
        return tree.root();
    }

    @Test
    void sealsByItselfSoonAfterAnAppend() {
        try (Sealer sealer = new Sealer(
                rig.log,
                rig.store,
                rig.files,
                rig.signer,
                SealOptions.defaults(Rig.quick().clock()))) {
            sealer.start();
            for (int i = 1; i <= 3; i++) {
                rig.record(10);
                long end = 10L * i;
                await().atMost(LIMIT).until(() -> rig.sealed() == end);
            }
            assertThat(sealer.problem()).isEmpty();
        }
        Seal.State state = new Seal(rig.log, rig.store, Rig.quick().clock()).state();
        assertThat(state.behind()).isZero();
        assertThat(state.head()).isEqualTo(30);
    }

    @Test
    void tellsHowFarBehindItIs() {
        rig.record(3);
        Seal.State state = new Seal(
                        rig.log, rig.store, java.time.Clock.offset(Rig.quick().clock(), Duration.ofMinutes(5)))
                .state();

        assertThat(state.size()).isZero();
        assertThat(state.behind()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void keepsItsKeyForItselfAndAcrossStarts() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("signing-key"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("verifier-key")).strip())
                .isEqualTo(rig.signer.key().toString());
        assertThat(new SealFiles(directory, null).signer(() -> "another").key())
                .hasToString(rig.signer.key().toString());
    }

    // ---- a log that somebody changed

    private Contradiction contradiction() throws InterruptedException {
        Sealer sealer = rig.sealer();
        rig.record(5);
        long sealed = rig.sealed();
        for (int round = 0; round < 3; round++) {
            sealer.round();
        }
        assertThat(rig.sealed()).as("nothing more is signed").isEqualTo(sealed);
        return rig.store.contradiction().orElseThrow();
    }

    @Test
    void stopsWhenTheLastSealedEventWasChanged() throws Exception {
        rig.record(100);
        rig.seal();
        long last = rig.log
                .appendHolding(rig.log.event(100).orElseThrow().id())
                .getFirst()
                .position();
        commits().updateOne(eq("_id", last), set("rts", new org.bson.BsonDateTime(0)));

        assertThat(contradiction().position()).isEqualTo(100);
    }

    @Test
    void stopsWhenTheLastSealedEventCannotBeReadAnyMore() throws Exception {
        rig.record(100);
        rig.seal();
        long last = rig.log
                .appendHolding(rig.log.event(100).orElseThrow().id())
                .getFirst()
                .position();
        commits().updateOne(eq("_id", last), unset("ev.0.type"));

        assertThat(contradiction().what()).contains("damaged");
    }

    @Test
    void doesNotCallWhatWasNeverSealedAContradiction() throws Exception {
        rig.record(100);
        rig.seal();
        rig.record(3);
        commits().updateOne(gt("_id", 100L), unset("ev.0.type"));

        // A log that has not seen it before it was damaged.
        try (EventLog another = EventLog.open(rig.logDatabase, LogOptions.defaults());
                Sealer sealer = new Sealer(another, rig.store, rig.files, rig.signer, Rig.quick())) {
            assertThatThrownBy(sealer::round).hasMessageContaining("damaged at position 101");
        }
        assertThat(rig.store.contradiction()).isEmpty();
    }

    @Test
    void thePatrolFindsAnOldEventThatWasChanged() throws Exception {
        rig.record(400);
        rig.seal();
        long first = rig.log
                .appendHolding(rig.log.event(17).orElseThrow().id())
                .getFirst()
                .position();
        commits().updateOne(eq("_id", first), set("ev.0.pl.number", new BsonInt64(-1)));

        new Patrol(rig.log, rig.store, Rig.quick().clock(), 1_000_000).walk();

        assertThat(contradiction().position()).isEqualTo(first);
    }

    @Test
    void thePatrolFindsAnEventThatIsMissing() throws Exception {
        rig.record(400);
        rig.seal();
        long first = rig.log
                .appendHolding(rig.log.event(217).orElseThrow().id())
                .getFirst()
                .position();
        commits().deleteOne(eq("_id", first));

        new Patrol(rig.log, rig.store, Rig.quick().clock(), 1_000_000).walk();

        assertThat(contradiction().position()).isEqualTo(first);
    }

    @Test
    void thePatrolNamesATileThatIsNoneAndNotTheEvent() throws Exception {
        rig.record(400);
        rig.seal();
        MongoCollection<BsonDocument> tiles = rig.sealDatabase.getCollection("tiles", BsonDocument.class);
        BsonDocument whole = Objects.requireNonNull(tiles.find(eq("_id", "0/0")).first());
        byte[] flipped = whole.getBinary("h").getData().clone();
        flipped[77] ^= 8;
        Map<Bson, String> damages = Map.of(
                unset("h"), "a tile was taken away or damaged: tile/0/000 is missing or too short",
                set("h", new BsonString("hashes")),
                        "a tile was taken away or damaged: tile/0/000 is missing or too short",
                set("h", new BsonBinary(new byte[31])),
                        "a tile was taken away or damaged: tile/0/000 is missing or too short",
                set("h", new BsonBinary(flipped)),
                        "the event is the one that was sealed, its hash in the tiles was changed");

        damages.forEach((damage, what) -> {
            tiles.updateOne(eq("_id", "0/0"), damage);
            Contradiction found = found();
            assertThat(found.what()).isEqualTo(what);
            assertThat(found.position()).isEqualTo(what.startsWith("a tile") ? 1 : 3);
            tiles.replaceOne(eq("_id", "0/0"), whole);
        });
        tiles.deleteOne(eq("_id", "0/0"));
        assertThat(found().what()).contains("tile/0/000");
    }

    /** Who can change the database changes both: the head is signed. */
    @Test
    void thePatrolFindsAnEventThatWasChangedWithItsTile() throws Exception {
        rig.record(400);
        rig.seal();
        commits().updateOne(eq("_id", 1L), set("ev.0.pl.number", new BsonInt64(-1)));
        MongoCollection<BsonDocument> tiles = rig.sealDatabase.getCollection("tiles", BsonDocument.class);
        byte[] hashes = Objects.requireNonNull(tiles.find(eq("_id", "0/0")).first())
                .getBinary("h")
                .getData()
                .clone();
        System.arraycopy(rig.leaves().getFirst().hash().bytes(), 0, hashes, 0, Hash.BYTES);
        tiles.updateOne(eq("_id", "0/0"), set("h", new BsonBinary(hashes)));

        assertThat(found().what()).contains("do not give the root that was signed");
    }

    /** What a walk finds; forgotten again. */
    private Contradiction found() {
        try {
            new Patrol(rig.log, rig.store, Rig.quick().clock(), 1_000_000).walk();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Contradiction found = rig.store.contradiction().orElseThrow();
        rig.sealDatabase.getCollection("state").deleteOne(eq("_id", "contradiction"));
        return found;
    }

    @Test
    void thePatrolHasNothingToSayOfALogThatStands() throws Exception {
        rig.record(1_300);
        rig.seal();
        Patrol patrol = new Patrol(rig.log, rig.store, Rig.quick().clock(), 1_000_000);

        patrol.walk();

        assertThat(patrol.checkedTo()).isEqualTo(1_300);
        assertThat(rig.store.contradiction()).isEmpty();
    }

    @Test
    void stopsWhenTheLogWasCutOff() throws Exception {
        rig.record(100);
        rig.seal();
        commits().deleteMany(gt("_id", 49L));
        long end = rig.log.head();

        rig.sealer().round();

        assertThat(rig.store.contradiction().orElseThrow().position()).isEqualTo(end + 1);
    }

    /** Whoever holds the database can rewrite the log and everything that was sealed of it; not what lies beside the key. */
    @Test
    void doesNotSignARewrittenLogWhenTheWholeSealIsGone() throws Exception {
        rig.record(100);
        rig.seal();
        rig.sealDatabase.drop();
        commits().updateOne(eq("_id", 1L), set("ev.0.meta.office", new BsonString("another")));
        rig.record(20);

        rig.sealer().round();

        assertThat(rig.store.head()).isEmpty();
        assertThat(rig.store.contradiction().orElseThrow().what()).contains("does not begin as the one of 100");
    }

    @Test
    void sealsAnewWhenOnlyTheSealIsGoneAndTheLogStands() throws Exception {
        rig.record(100);
        rig.seal();
        rig.sealDatabase.drop();
        rig.record(20);
        rig.seal();

        assertThat(rig.published().size()).isEqualTo(120);
    }

    @Test
    void stopsWhenATileWasChanged() throws Exception {
        rig.record(100);
        rig.seal();
        BsonDocument tile = rig.sealDatabase
                .getCollection("tiles", BsonDocument.class)
                .find()
                .first();
        byte[] hashes = Objects.requireNonNull(tile).getBinary("h").getData();
        hashes[40] ^= 1;
        rig.sealDatabase
                .getCollection("tiles", BsonDocument.class)
                .updateOne(eq("_id", "0/0"), set("h", new BsonBinary(hashes)));

        assertThat(contradiction().what()).contains("tiles do not give the root");
    }

    @Test
    void doesNotGoOnFromAHeadThatAnotherKeySigned() throws Exception {
        rig.record(10);
        rig.seal();
        rig.sealDatabase
                .getCollection("state", BsonDocument.class)
                .updateOne(
                        eq("_id", "head"),
                        set(
                                "note",
                                NoteSigner.generate(Rig.ORIGIN)
                                        .sign(rig.published().text())
                                        .toString()));
        rig.record(1);

        assertThatThrownBy(() -> rig.sealer().round()).hasMessageContaining("not signed by");
        assertThat(rig.sealed()).isEqualTo(10);
    }
}
