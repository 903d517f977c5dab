package io.dovira.verifier;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.dovira.verifier.SealedLog.verify;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.dovira.verifier.SealedLog.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were cut or copied wrongly, a seal that is no seal any more, and whoever has everything but what lies elsewhere. Whatever it is:
 * never a wrong "intact", and never an exception instead of an answer.
 */
class DamageIT {

    /** Of 600 events; see {@link SealedLog#record}. */
    private static final int APPENDS = 300;

    private static final long POSITION = 301;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    private SealedLog log;

    @BeforeEach
    void seal() {
        System.out.println("DamageIT seed " + seed);
        log = new SealedLog(directory);
        log.record(APPENDS / 2);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private static void assertAnswered(Run run, Integer... codes) {
        assertThat(run.code()).as("%s", run).isIn((Object[]) codes);
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        assertThat(run.out().isEmpty()).isEqualTo(run.code() == Main.UNKNOWN);
    }

    @Nested
    class OfFiles {
        private Path checkpoint;
        private byte[] all;

        @BeforeEach
        void export() throws IOException {
            log.record(APPENDS / 2);
            checkpoint = log.checkpoint("head");
            all = Files.readAllBytes(log.export("commits.bson", log.stored()));
        }

        private Run of(byte[] export) throws IOException {
            return log.verify(Files.write(directory.resolve("damaged.bson"), export), checkpoint);
        }

        private byte[] packed() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(all);
            }
            return packed.toByteArray();
        }

        @Test
        void anExportThatEndsAnywhereIsNotIntact() throws IOException {
            List<Integer> ends = new ArrayList<>();
            int end = 0;
            for (byte[] document : log.stored()) {
                ends.add(end);
                end += document.length;
            }
            random.ints(200, 0, all.length).forEach(ends::add);
            for (int cut : ends) {
                Run run = of(Arrays.copyOf(all, cut));
                assertAnswered(run, Main.BROKEN);
                assertThat(run.out()).startsWith("broken at position ");
            }
        }

        @Test
        void aPackedExportThatEndsAnywhereOrWasChangedIsNotIntact() throws IOException {
            byte[] packed = packed();
            for (int i = 0; i < 150; i++) {
                assertAnswered(of(Arrays.copyOf(packed, random.nextInt(packed.length))), Main.BROKEN);
            }
            for (int last = 1; last <= 10; last++) {
                assertAnswered(of(Arrays.copyOf(packed, packed.length - last)), Main.BROKEN);
            }
            // The first ten bytes tell when, where and how it was packed: most of that does not matter.
            for (int i = 0; i < 150; i++) {
                int at = random.nextInt(10, packed.length);
                assertAnswered(of(flipped(packed, at, random.nextInt(8))), Main.BROKEN);
            }
        }

        @Test
        void anExportThatWasCopiedAsTextIsNotIntact() throws IOException {
            String text = new String(all, StandardCharsets.ISO_8859_1);
            String copied = text.replace("\n", "\r\n");
            assertThat(copied).isNotEqualTo(text);
            assertAnswered(of(copied.getBytes(StandardCharsets.ISO_8859_1)), Main.BROKEN);
            assertAnswered(of(text.getBytes(StandardCharsets.UTF_8)), Main.BROKEN);
            assertAnswered(of(text.getBytes(StandardCharsets.UTF_16LE)), Main.BROKEN);
        }

        @Test
        void whatIsThereTwiceIsNotIntact() throws IOException {
            List<byte[]> documents = log.stored();
            for (int at : new int[] {0, 1, 128, documents.size() - 1}) {
                List<byte[]> doubled = new ArrayList<>(documents);
                doubled.add(at, documents.get(at));
                Run run = log.verify(log.export("doubled.bson", doubled), checkpoint);
                assertAnswered(run, Main.BROKEN);
                assertThat(run.out()).contains("stands in its place");
            }
            List<byte[]> twice = new ArrayList<>(documents);
            twice.addAll(documents);
            assertThat(log.verify(log.export("twice.bson", twice), checkpoint).out())
                    .startsWith("broken at position 601: an append that begins at position 1 stands in its place")
                    .endsWith("; intact to 600\n");
        }

        @Test
        void whatIsBehindTheLastDocumentIsNotPassedOver() throws IOException {
            for (String rest : List.of("\0", "\n", "\0\0\0\0", "\r\n\r\n\r\n", "\5\0\0\0\0", "the end of the file")) {
                byte[] more = rest.getBytes(StandardCharsets.US_ASCII);
                byte[] longer = Arrays.copyOf(all, all.length + more.length);
                System.arraycopy(more, 0, longer, all.length, more.length);
                Run run = of(longer);
                assertAnswered(run, Main.BROKEN);
                assertThat(run.out()).startsWith("broken at position 601: ").contains("; intact to 600");
            }
        }

        @Test
        void noiseIsNoLog() throws IOException {
            for (int i = 0; i < 50; i++) {
                byte[] noise = new byte[random.nextInt(1, 4_000)];
                random.nextBytes(noise);
                assertAnswered(of(noise), Main.BROKEN);
            }
        }

        @Test
        void aCheckpointThatWasCutProvesNothing() throws IOException {
            Path export = log.export("commits.bson", log.stored());
            byte[] note = Files.readAllBytes(checkpoint);
            Path cut = directory.resolve("cut");
            for (int length = 0; length < note.length; length++) {
                Files.write(cut, Arrays.copyOf(note, length));
                assertAnswered(log.verify(export, cut), Main.UNKNOWN);
                byte[] closed = Arrays.copyOf(note, length + 1);
                closed[length] = '\n';
                Files.write(cut, closed);
                // Then it is the whole note, or all but the sign that fills up its base64.
                boolean whole = length >= note.length - 2;
                assertAnswered(log.verify(export, cut), whole ? Main.INTACT : Main.UNKNOWN);
            }
        }

        @Test
        void aCheckpointOfWhichAnyBitWasChangedProvesNothingElse() throws IOException {
            Path export = log.export("commits.bson", log.stored());
            byte[] note = Files.readAllBytes(checkpoint);
            int signatures = new String(note, StandardCharsets.UTF_8).indexOf("\n\n") + 2;
            Path changed = directory.resolve("changed");
            for (int at = 0; at < note.length; at++) {
                Files.write(changed, flipped(note, at, random.nextInt(8)));
                Run run = log.verify(export, changed);
                // The last digit of base64 has bits to spare: another one may say the same.
                assertAnswered(run, at < signatures ? Main.UNKNOWN : run.code() == 0 ? Main.INTACT : Main.UNKNOWN);
                assertThat(run.out()).isIn("", "intact to 600\n");
            }
            Files.writeString(changed, Files.readString(checkpoint).replace("\n", "\r\n"));
            assertAnswered(log.verify(export, changed), Main.UNKNOWN);
        }

        @Test
        void aKeyThatWasChangedVerifiesNothing() throws IOException {
            Path export = log.export("commits.bson", log.stored());
            byte[] key = (log.key() + "\n").getBytes(StandardCharsets.US_ASCII);
            Path changed = directory.resolve("key");
            for (int at = 0; at < key.length - 1; at++) {
                Files.write(changed, flipped(key, at, random.nextInt(8)));
                Run run = verify(
                        "verify",
                        "--export",
                        export.toString(),
                        "--checkpoint",
                        checkpoint.toString(),
                        "--key",
                        changed.toString());
                assertAnswered(run, run.code() == 0 ? Main.INTACT : Main.UNKNOWN);
                assertThat(run.out()).isIn("", "intact to 600\n");
            }
        }

        /** Tiles only help to name the place: without them the checkpoint still tells. */
        @Test
        void damagedTilesChangeNoVerdict() throws IOException {
            Path export = log.export("commits.bson", log.stored());
            List<byte[]> documents = log.stored();
            documents.remove(150);
            Path shorter = log.export("shorter.bson", documents);
            Path tiles = log.tiles();
            for (String name : List.of("0/000", "0/001", "0/002.p/88", "1/000.p/2")) {
                Path tile = tiles.resolve("tile").resolve(name);
                byte[] hashes = Files.readAllBytes(tile);
                List<byte[]> damages = List.of(
                        new byte[0],
                        Arrays.copyOf(hashes, hashes.length - 1),
                        Arrays.copyOf(hashes, hashes.length + 32),
                        flipped(hashes, random.nextInt(hashes.length), random.nextInt(8)));
                for (byte[] damaged : damages) {
                    Files.write(tile, damaged);
                    Run run = log.verifyWithTiles(tiles, export, checkpoint);
                    assertAnswered(run, Main.INTACT);
                    assertThat(run.out()).startsWith("intact to 600\n");
                    assertAnswered(log.verifyWithTiles(tiles, shorter, checkpoint), Main.BROKEN);
                }
                Files.write(tile, hashes);
            }
        }
    }

    @Nested
    class OfALiveStore {
        private Path early;
        private Path kept;

        @BeforeEach
        void keepCheckpoints() throws IOException {
            early = log.checkpoint("early");
            log.record(APPENDS / 2);
            kept = log.checkpoint("kept");
        }

        private Run run(Path... checkpoints) {
            List<String> words = new ArrayList<>(List.of("verify", "--mongodb", log.uri(), "--key", log.key()));
            for (Path checkpoint : checkpoints) {
                words.addAll(List.of("--checkpoint", checkpoint.toString()));
            }
            return verify(words.toArray(String[]::new));
        }

        @ParameterizedTest
        @ValueSource(strings = {"type", "rev", "at", "eid", "tags", "meta"})
        void namesAnEventOfWhichAHeaderWasChangedAndThePayloadNot(String header) {
            BsonValue other = switch (header) {
                case "rev" -> new BsonInt32(2);
                case "at" -> new BsonDateTime(7);
                case "tags" -> new BsonArray(List.of(new BsonString("vip")));
                case "meta" -> new BsonDocument();
                default -> new BsonString("another");
            };
            log.commits().updateOne(eq("_id", POSITION), set("ev.0." + header, other));

            Run run = run();

            assertThat(run.out()).startsWith("broken at position 301: ").endsWith("; intact to 300\n");
            assertAnswered(run, Main.BROKEN);
        }

        @Test
        void namesTheFirstOfTwoAppendsThatWereSwapped() {
            BsonDocument one = Objects.requireNonNull(log.commits().findOneAndDelete(eq("_id", 253L)));
            BsonDocument two = Objects.requireNonNull(log.commits().findOneAndDelete(eq("_id", 259L)));
            log.commits().insertOne(one.append("_id", new BsonInt64(259)));
            log.commits().insertOne(two.append("_id", new BsonInt64(253)));

            assertThat(run().out()).startsWith("broken at position 253: ").endsWith("; intact to 252\n");
        }

        @Test
        void aTileThatIsNoneChangesNoVerdict() {
            Bson first = eq("_id", "0/0");
            BsonBinary hashes = Objects.requireNonNull(
                            log.sealed("tiles").find(first).first())
                    .getBinary("h");
            List<Bson> damages = List.of(
                    unset("h"),
                    set("h", new BsonString("hashes")),
                    set("h", new BsonBinary(new byte[0])),
                    set("h", new BsonBinary(new byte[31])),
                    set("h", new BsonBinary(flipped(hashes.getData(), 77, 3))),
                    set("w", new BsonString("wide")));
            for (Bson damage : damages) {
                log.sealed("tiles").updateOne(first, damage);
                Run run = run();
                assertAnswered(run, Main.INTACT);
                assertThat(run.out()).startsWith("intact to 600\n");
                log.sealed("tiles").updateOne(first, set("h", hashes));
            }
            log.sealed("tiles").deleteMany(Filters.empty());
            assertThat(run().out()).startsWith("intact to 600\nnote: the tiles are no help");
            log.commits().deleteOne(eq("_id", POSITION));
            assertAnswered(run(), Main.BROKEN);
        }

        @Test
        void aHeadThatIsNoneProvesNothing() {
            Bson head = eq("_id", "head");
            BsonDocument whole =
                    Objects.requireNonNull(log.sealed("state").find(head).first());
            List<Bson> damages = List.of(
                    unset("note"),
                    set("note", new BsonInt32(7)),
                    set("note", new BsonString("")),
                    set(
                            "note",
                            new BsonString(whole.getString("note").getValue().replace("\n600\n", "\n6000\n"))),
                    unset("size"),
                    set("size", new BsonString("600")),
                    unset("root"),
                    set("root", new BsonBinary(new byte[3])),
                    unset("at"));
            for (Bson damage : damages) {
                log.sealed("state").updateOne(head, damage);
                assertAnswered(run(), Main.UNKNOWN);
                assertAnswered(run(kept), Main.UNKNOWN);
                log.sealed("state").replaceOne(head, whole);
            }
            log.sealed("state").deleteOne(head);
            assertAnswered(run(), Main.UNKNOWN);
            assertThat(run(kept).out()).isEqualTo("intact to 600\n");
        }

        /** What the seal cannot show alone, and is told so honestly; what one shows who keeps checkpoints elsewhere. */
        @Test
        void onlyACheckpointThatWasKeptShowsARewrittenTailThatWasSealedAnew() throws IOException {
            log.rewriteFrom(POSITION, APPENDS / 2);

            assertThat(run().out()).isEqualTo("intact to 600\n");
            assertThat(run(early).out()).isEqualTo("intact to 600\n");
            assertThat(run(kept).out()).startsWith("broken between position 1 and 600: ");
            assertThat(run(early, kept).out())
                    .startsWith("broken between position 301 and 600: ")
                    .endsWith("; intact to 300\n");
        }

        @Test
        void aKeptCheckpointShowsItOfALongerAndOfAShorterTailToo() throws IOException {
            log.rewriteFrom(POSITION, APPENDS);
            assertThat(run(early, kept).out())
                    .startsWith("broken between position 301 and 600: ")
                    .endsWith("; intact to 300\n");

            log.rewriteFrom(POSITION, APPENDS / 5);
            Run run = run(early, kept);
            assertThat(run.out()).startsWith("broken at position 421: it is missing");
            assertAnswered(run, Main.BROKEN);
        }
    }
}
