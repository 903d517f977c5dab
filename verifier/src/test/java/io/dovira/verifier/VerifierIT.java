package io.dovira.verifier;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.set;
import static io.dovira.verifier.SealedLog.changed;
import static io.dovira.verifier.SealedLog.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.eventstore.seal.SealedHead;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.StoredAppend;
import io.dovira.eventstore.tlog.TreeBuilder;
import io.dovira.verifier.SealedLog.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierIT {

    /** Appends hold 1, 2 and 3 events in turn: 300 of them are 600 events, and append 150 (from 0) is position 301. */
    private static final int APPENDS = 300;

    private static final int AT = 150;
    private static final long POSITION = 301;
    private static final long END = 600;

    @TempDir
    Path directory;

    private SealedLog log;

    @BeforeEach
    void seal() {
        log = new SealedLog(directory);
        log.record(APPENDS);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static BsonDocument event(BsonDocument append) {
        return append.getArray("ev").get(0).asDocument();
    }

    /** Each way to tamper with the append at {@value #AT}, and which position is the first that is wrong. */
    enum Tampering {
        PAYLOAD(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).getDocument("pl").append("number", new BsonInt64(77)));
            }
        },
        META(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).getDocument("meta").append("actor", new BsonString("s-18")));
            }
        },
        NAME(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).append("type", new BsonString("visit.visitor-colled")));
            }
        },
        REVISION(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).append("rev", new BsonInt32(2)));
            }
        },
        ID(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).append("eid", new BsonString("another")));
            }
        },
        TAG(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).append("tags", new BsonArray(List.of(new BsonString("vip")))));
            }
        },
        STREAM_WITH_ITS_KEY(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> {
                    event(append).append("stream", new BsonString("visit-x"));
                    append.append("k", new BsonArray(List.of(new BsonString("visit-x/0"))));
                });
            }
        },
        PLACE_IN_THE_STREAM_WITH_ITS_KEY(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> {
                    event(append).append("seq", new BsonInt64(1));
                    String stream = event(append).getString("stream").getValue();
                    append.append("k", new BsonArray(List.of(new BsonString(stream + "/1"))));
                });
            }
        },
        TIME_OF_THE_EVENT(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> event(append).append("at", new BsonDateTime(1)));
            }
        },
        TIME_OF_THE_RECORD(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(
                        log,
                        append -> append.append(
                                "rts",
                                new BsonDateTime(append.getDateTime("rts").getValue() + 1)));
            }
        },
        REMOVED(POSITION) {
            @Override
            void with(List<byte[]> log) {
                log.remove(AT);
            }
        },
        REMOVED_AND_NUMBERED_ANEW(POSITION) {
            @Override
            void with(List<byte[]> log) {
                log.remove(AT);
                renumber(log);
            }
        },
        REMOVED_FROM_AN_APPEND(POSITION + 1) {
            @Override
            void with(List<byte[]> log) {
                log.set(AT + 1, changed(log.get(AT + 1), append -> {
                    append.getArray("ev").remove(0);
                    append.getArray("k").remove(0);
                    return append.append("n", new BsonInt32(1));
                }));
                renumber(log);
            }
        },
        INSERTED(POSITION) {
            @Override
            void with(List<byte[]> log) {
                log.add(AT, log.get(0));
                log.set(AT, changed(log.get(AT), append -> append.append("_id", new BsonInt64(POSITION))));
            }
        },
        INSERTED_AND_NUMBERED_ANEW(POSITION) {
            @Override
            void with(List<byte[]> log) {
                log.add(AT, log.get(0));
                renumber(log);
            }
        },
        SWAPPED(POSITION) {
            @Override
            void with(List<byte[]> log) {
                Collections.swap(log, AT, AT + 3);
            }
        },
        SWAPPED_AND_NUMBERED_ANEW(POSITION) {
            @Override
            void with(List<byte[]> log) {
                Collections.swap(log, AT, AT + 3);
                renumber(log);
            }
        },
        SWAPPED_INSIDE_AN_APPEND(POSITION + 1) {
            @Override
            void with(List<byte[]> log) {
                log.set(AT + 1, changed(log.get(AT + 1), append -> {
                    Collections.swap(append.getArray("ev"), 0, 1);
                    Collections.swap(append.getArray("k"), 0, 1);
                    return append;
                }));
            }
        },
        CUT_OFF(POSITION) {
            @Override
            void with(List<byte[]> log) {
                log.subList(AT, log.size()).clear();
            }
        },
        KEY(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> append.append("k", new BsonArray(List.of(new BsonString("visit-x/0")))));
            }
        },
        MORE_THAN_THERE_WAS(POSITION) {
            @Override
            void with(List<byte[]> log) {
                change(log, append -> append.append("x", new BsonInt32(1)));
            }
        };

        final long firstBroken;

        Tampering(long firstBroken) {
            this.firstBroken = firstBroken;
        }

        abstract void with(List<byte[]> log);

        private static void change(List<byte[]> log, java.util.function.Consumer<BsonDocument> change) {
            log.set(AT, changed(log.get(AT), append -> {
                change.accept(append);
                return append;
            }));
        }

        private static void renumber(List<byte[]> log) {
            long next = 1;
            for (int i = 0; i < log.size(); i++) {
                long position = next;
                byte[] renumbered = changed(log.get(i), append -> append.append("_id", new BsonInt64(position)));
                next += size(renumbered);
                log.set(i, renumbered);
            }
        }

        private static int size(byte[] append) {
            return new org.bson.RawBsonDocument(append).getInt32("n").getValue();
        }
    }

    @Nested
    class OfAnExport {

        @Test
        void saysHowFarAnUntouchedLogIsIntact() throws Exception {
            Path checkpoint = log.checkpoint("head");
            Path export = log.export("commits.bson", log.stored());

            Run plain = log.verify(export, checkpoint);
            Run withTiles = log.verifyWithTiles(log.tiles(), export, checkpoint);

            assertThat(plain.out()).isEqualTo("intact to 600\n");
            assertThat(plain.code()).isZero();
            assertThat(plain.err()).contains("600 events in");
            assertThat(withTiles.out()).isEqualTo(plain.out());
        }

        @Test
        void saysThatNoCheckpointSpeaksOfWhatCameLater() throws Exception {
            Path checkpoint = log.checkpoint("head");
            log.record(2);
            Path export = log.export("commits.bson", log.stored());

            Run run = log.verify(export, checkpoint);

            assertThat(run.out()).startsWith("intact to 600; 3 later events are well formed");
            assertThat(run.code()).isZero();
        }

        @Test
        void readsAPackedExport() throws Exception {
            Path checkpoint = log.checkpoint("head");
            Path packed = directory.resolve("commits.bson.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                for (byte[] document : log.stored()) {
                    out.write(document);
                }
            }

            assertThat(log.verify(packed, checkpoint).out()).isEqualTo("intact to 600\n");
        }

        @ParameterizedTest
        @EnumSource
        void namesTheFirstBrokenPositionByItsTiles(Tampering tampering) throws Exception {
            Path checkpoint = log.checkpoint("head");
            List<byte[]> documents = log.stored();
            tampering.with(documents);
            Path export = log.export("commits.bson", documents);

            Run run = log.verifyWithTiles(log.tiles(), export, checkpoint);

            assertThat(run.out()).startsWith("broken at position " + tampering.firstBroken + ": ");
            // Everything in front of the broken append is proven to be as it was; nothing behind it is claimed.
            assertThat(run.out()).containsPattern("; intact to (300|301)\\n");
            assertThat(run.code()).isEqualTo(1);
        }

        /** The append at 128 holds 256, the last of a tile, and 257, the first of the next. */
        @Test
        void namesTheFirstOfTwoThatWereSwappedAcrossTheBorderOfTiles() throws Exception {
            Path checkpoint = log.checkpoint("head");
            List<byte[]> documents = log.stored();
            documents.set(128, changed(documents.get(128), append -> {
                assertThat(append.getInt64("_id").getValue()).isEqualTo(256);
                Collections.swap(append.getArray("ev"), 0, 1);
                Collections.swap(append.getArray("k"), 0, 1);
                return append;
            }));
            Path export = log.export("commits.bson", documents);

            Run run = log.verifyWithTiles(log.tiles(), export, checkpoint);

            assertThat(run.out()).startsWith("broken at position 256: ").endsWith("; intact to 255\n");
            assertThat(log.verify(export, checkpoint).out()).startsWith("broken between position 1 and 600: ");
        }

        /** A checkpoint in the middle, kept from a former day, makes the part that may be broken smaller. */
        @ParameterizedTest
        @EnumSource
        void saysWithoutTilesWhatCheckpointsTell(Tampering tampering) throws Exception {
            Path head = log.checkpoint("head");
            List<byte[]> documents = log.stored();
            Path former = directory.resolve("former");
            TreeBuilder tree = TreeBuilder.empty();
            for (int i = 0; i < 100; i++) {
                StoredAppend.read(documents.get(i), tree.size() + 1).forEach(leaf -> tree.append(leaf.hash()));
            }
            Files.writeString(
                    former,
                    log.signer()
                            .sign(new Checkpoint("dovira.example/log", tree.size(), tree.root()).text())
                            .toString());
            tampering.with(documents);
            Path export = log.export("commits.bson", documents);

            Run run = log.verify(export, head, former);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).endsWith("; intact to " + tree.size() + "\n");
            assertThat(run.out())
                    .satisfiesAnyOf(
                            out -> assertThat(out)
                                    .startsWith("broken between position " + (tree.size() + 1) + " and " + END + ": "),
                            out -> assertThat(positionIn(out)).isGreaterThanOrEqualTo(tampering.firstBroken));
        }

        @Test
        void noticesAnyFlippedBit() throws Exception {
            Path checkpoint = log.checkpoint("head");
            byte[] all = Files.readAllBytes(log.export("commits.bson", log.stored()));
            long seed = System.nanoTime();
            System.out.println("seed " + seed);
            Random random = new Random(seed);
            Path tiles = log.tiles();
            for (int i = 0; i < 150; i++) {
                byte[] flipped = all.clone();
                int at = random.nextInt(all.length);
                int bit = random.nextInt(8);
                flipped[at] ^= (byte) (1 << bit);
                Path export = Files.write(directory.resolve("flipped.bson"), flipped);

                Run run = log.verifyWithTiles(tiles, export, checkpoint);

                assertThat(run.code()).as("bit %d of byte %d", bit, at).isEqualTo(1);
                assertThat(run.out()).startsWith("broken at position ");
            }
        }

        @Test
        void noticesAFileThatEndsInTheMiddle() throws Exception {
            Path checkpoint = log.checkpoint("head");
            byte[] all = Files.readAllBytes(log.export("commits.bson", log.stored()));
            Path export = Files.write(directory.resolve("cut.bson"), Arrays.copyOf(all, all.length - 7));

            Run run = log.verify(export, checkpoint);

            assertThat(run.out()).contains("the file ends in the middle of a document");
            assertThat(run.code()).isEqualTo(1);
        }

        /** Whoever has the key too can rewrite everything; not the checkpoint that an ombudsman has kept. */
        @Test
        void noticesARewrittenTailWithAHeadThatWasSignedAnew() throws Exception {
            Path kept = log.checkpoint("kept");
            List<byte[]> documents = log.stored();
            Tampering.PAYLOAD.with(documents);
            TreeBuilder forged = TreeBuilder.empty();
            for (byte[] document : documents) {
                StoredAppend.read(document, forged.size() + 1).forEach(leaf -> forged.append(leaf.hash()));
            }
            Path head = Files.writeString(
                    directory.resolve("forged"),
                    log.signer()
                            .sign(new Checkpoint("dovira.example/log", forged.size(), forged.root()).text())
                            .toString());
            Path export = log.export("commits.bson", documents);

            Run alone = log.verify(export, head);
            Run withKept = log.verify(export, head, kept);

            // Honest: with the forged head alone nothing can be noticed.
            assertThat(alone.out()).isEqualTo("intact to 600\n");
            assertThat(withKept.out()).startsWith("broken between position 1 and 600: ");
            assertThat(withKept.code()).isEqualTo(1);
        }

        /** Log, tiles and head were all made anew; only what was kept elsewhere is of the old history. */
        @Test
        void believesAKeptCheckpointMoreThanTilesThatFitANewHead() throws Exception {
            Path head = log.checkpoint("head");
            Path kept = Files.writeString(
                    directory.resolve("kept"),
                    log.signer()
                            .sign(new Checkpoint("dovira.example/log", 3, Hash.ofNothing()).text())
                            .toString());
            Path export = log.export("commits.bson", log.stored());

            Run run = log.verifyWithTiles(log.tiles(), export, head, kept);

            assertThat(run.out())
                    .startsWith("broken between position 1 and 3: ")
                    .endsWith("; intact to 0\n");
        }

        @Test
        void saysWhenTheTilesAreNotThoseOfTheCheckpoint() throws Exception {
            Path checkpoint = log.checkpoint("head");
            Path tiles = log.tiles();
            Path tile = tiles.resolve("tile/0/000");
            byte[] hashes = Files.readAllBytes(tile);
            hashes[100] ^= 1;
            Files.write(tile, hashes);
            Path export = log.export("commits.bson", log.stored());

            Run run = log.verifyWithTiles(tiles, export, checkpoint);

            assertThat(run.out()).startsWith("intact to 600\n").contains("the tiles do not belong to the checkpoint");
            assertThat(run.code()).isZero();
        }
    }

    @Nested
    class OfALiveStore {

        private Run run(String... more) {
            List<String> words = new ArrayList<>(List.of("verify", "--mongodb", log.uri(), "--key", log.key()));
            words.addAll(List.of(more));
            return verify(words.toArray(String[]::new));
        }

        @Test
        void saysHowFarItIsIntact() {
            log.seal();
            assertThat(run().out()).isEqualTo("intact to 600\n");

            log.record(2);
            assertThat(run().out()).startsWith("intact to 600; 3 later events");
        }

        @Test
        void namesAnEventThatWasChanged() {
            log.seal();
            log.commits().updateOne(eq("_id", POSITION), set("ev.0.pl.number", new BsonInt64(9)));

            assertThat(run().out()).startsWith("broken at position 301: it is not the event that was sealed");
            assertThat(run().code()).isEqualTo(1);
        }

        @Test
        void namesAnEventThatWasRemoved() {
            log.seal();
            log.commits().deleteOne(eq("_id", POSITION));

            assertThat(run().out())
                    .startsWith("broken at position 301: it is missing: the next append begins at position 302");
        }

        @Test
        void namesWhereTheLogWasCutOff() {
            log.seal();
            log.commits().deleteMany(gte("_id", POSITION));

            assertThat(run().out()).startsWith("broken at position 301: it is missing: the log ends at 300");
        }

        @Test
        void namesAnAppendThatWasSlippedIn() {
            log.seal();
            BsonDocument copy =
                    Objects.requireNonNull(log.commits().find(eq("_id", 1L)).first());
            log.commits().insertOne(changedInPlace(copy));

            assertThat(run().out()).startsWith("broken at position 1: an append that begins at position 0");
        }

        private static BsonDocument changedInPlace(BsonDocument copy) {
            event(copy).append("eid", new BsonString("another"));
            return copy.append("_id", new BsonInt64(0))
                    .append("k", new BsonArray(List.of(new BsonString("another/0"))));
        }

        @Test
        void aKeptCheckpointShowsThatAllWasSealedAnew() throws IOException {
            Path kept = log.checkpoint("kept");
            SealedHead head = log.seal();
            try (SealedLog other = new SealedLog(Files.createDirectories(directory.resolve("other")))) {
                other.record(APPENDS + 1);
                Path theirs = other.checkpoint("theirs");
                Run run = run("--checkpoint", theirs.toString());

                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err()).contains("theirs", "not signed by");
            }
            assertThat(head.size()).isEqualTo(END);
            assertThat(run("--checkpoint", kept.toString()).out()).isEqualTo("intact to 600\n");
        }
    }

    @Nested
    class OfTheCommandLine {

        @Test
        void refusesWhatProvesNothing() throws Exception {
            Path checkpoint = log.checkpoint("head");
            Path export = log.export("commits.bson", log.stored());

            assertRefused("say what to do");
            assertRefused("name an --export", "verify", "--key", log.key());
            assertRefused("without a --checkpoint", "verify", "--export", export.toString(), "--key", log.key());
            assertRefused(
                    "without the --key",
                    "verify",
                    "--export",
                    export.toString(),
                    "--checkpoint",
                    checkpoint.toString());
            assertRefused("there is no --fast", "verify", "--fast", "yes");
            assertRefused("--key wants a value", "verify", "--key");
            assertRefused(
                    "there is no file",
                    "verify",
                    "--export",
                    "nowhere",
                    "--checkpoint",
                    checkpoint.toString(),
                    "--key",
                    log.key());
            assertRefused(
                    "the key cannot be read",
                    "verify",
                    "--export",
                    export.toString(),
                    "--checkpoint",
                    checkpoint.toString(),
                    "--key",
                    "a+b");
            assertRefused(
                    "head: a note is",
                    "verify",
                    "--export",
                    export.toString(),
                    "--checkpoint",
                    Files.writeString(directory.resolve("head"), "nothing").toString(),
                    "--key",
                    log.key());
        }

        @Test
        void refusesACheckpointThatWasChanged() throws Exception {
            Path checkpoint = log.checkpoint("head");
            Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n600\n", "\n599\n"));
            Path export = log.export("commits.bson", log.stored());

            assertRefused(
                    "does not fit the note",
                    "verify",
                    "--export",
                    export.toString(),
                    "--checkpoint",
                    checkpoint.toString(),
                    "--key",
                    log.key());
        }

        private static void assertRefused(String why, String... words) {
            Run run = verify(words);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(why);
            assertThat(run.out()).isEmpty();
        }
    }

    private static long positionIn(String out) {
        return Long.parseLong(out.replaceAll("(?s)^broken at position (\\d+):.*", "$1"));
    }
}
