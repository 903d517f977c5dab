package io.dovira.eventstore.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class StoredAppendTest {

    private static final String APPEND = """
            {_id: {$numberLong: "41"}, n: 2, rts: {$date: "2026-03-02T08:15:00.120Z"}, k: ["visit-7f/3", "visit-7f/4"],
             ev: [{eid: "9c1e", type: "visit.visitor-called", rev: 1, stream: "visit-7f", seq: {$numberLong: "3"},
                   at: {$date: "2026-03-02T08:14:58Z"}, tags: [], pl: {visit: "7f", desk: "3"}, meta: {office: "o1"}},
                  {eid: "d0aa", type: "visit.service-started", rev: 1, stream: "visit-7f", seq: {$numberLong: "4"},
                   at: {$date: "2026-03-02T08:14:59Z"}, tags: ["x"], pl: {visit: "7f", when: {$date: "2026-03-02T08:14:59Z"}}}]}
            """;

    private static byte[] bytes(String json) {
        ByteBuffer buffer = new RawBsonDocument(BsonDocument.parse(json), new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static List<Hash> hashes(byte[] document) {
        List<Hash> hashes = new ArrayList<>();
        StoredAppend.read(document, 41).forEach(leaf -> hashes.add(leaf.hash()));
        return hashes;
    }

    @Test
    void readsEveryPart() {
        List<Leaf> leaves = StoredAppend.read(bytes(APPEND), 41);

        assertThat(leaves).extracting(Leaf::position).containsExactly(41L, 42L);
        assertThat(leaves.getFirst().id()).isEqualTo("9c1e");
        assertThat(leaves.getFirst().recordedAt()).hasToString("2026-03-02T08:15:00.120Z");
        assertThat(leaves.getFirst().occurredAt()).hasToString("2026-03-02T08:14:58Z");
        assertThat(leaves.getFirst().payload())
                .isEqualTo(Hash.sha256(ByteBuffer.wrap(bytes("{visit: '7f', desk: '3'}"))));
        assertThat(leaves.getLast().tags()).containsExactly("x");
        assertThat(leaves.getLast().meta()).isEqualTo(Hash.sha256(ByteBuffer.wrap(bytes("{}"))));
    }

    /** The promise of the verifier: there is no byte that may be changed. */
    @Test
    void noticesEveryFlippedBit() {
        byte[] document = bytes(APPEND);
        List<Hash> sealed = hashes(document);
        List<String> unnoticed = new ArrayList<>();

        for (int at = 0; at < document.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = document.clone();
                changed[at] ^= (byte) (1 << bit);
                try {
                    if (hashes(changed).equals(sealed)) {
                        unnoticed.add("bit " + bit + " of byte " + at);
                    }
                } catch (StoredAppend.Broken e) {
                    assertThat(e.position()).isBetween(41L, 43L);
                }
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    @Test
    void noticesEveryCut() {
        byte[] document = bytes(APPEND);

        for (int length = 0; length < document.length; length++) {
            byte[] cut = Arrays.copyOf(document, length);
            assertThatThrownBy(() -> StoredAppend.read(cut, 41)).isInstanceOf(StoredAppend.Broken.class);
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertBroken(APPEND.replace("\"41\"", "\"43\""), 41, "it is missing: the next append begins at position 43");
        assertBroken(
                APPEND.replace("\"41\"", "\"40\""), 41, "an append that begins at position 40 stands in its place");
        assertBroken(APPEND.replace("n: 2", "n: 3"), 41, "says it holds 3 events and holds 2");
        assertBroken(APPEND.replace("visit-7f/4", "visit-7f/5"), 42, "its key in the append is not visit-7f/4");
        assertBroken(
                APPEND.replace(
                        "rev: 1, stream: \"visit-7f\", seq: {$numberLong: \"4\"}", "rev: 1, stream: \"visit-7f\""),
                42,
                "lacks");
        assertBroken(APPEND.replace("tags: [\"x\"]", "tags: [\"x\"], more: 1"), 42, "'more' does not belong there");
        assertBroken(APPEND.replace("n: 2", "n: {$numberLong: \"2\"}"), 41, "'n' cannot be read");
    }

    private static void assertBroken(String json, long position, String what) {
        assertThatThrownBy(() -> StoredAppend.read(bytes(json), 41))
                .isInstanceOfSatisfying(
                        StoredAppend.Broken.class,
                        broken -> assertThat(broken.position()).isEqualTo(position))
                .hasMessageContaining(what);
    }
}
