package io.dovira.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class CommitReaderTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:15:00.120Z");
    private static final long RECORDED = AT.plusSeconds(2).toEpochMilli();

    private static final BsonDocument EVERYTHING = new BsonDocument("double", new BsonDouble(1.5))
            .append("string", new BsonString("черга"))
            .append("document", new BsonDocument("in", new BsonDocument()))
            .append("array", new BsonArray(List.of(new BsonInt32(1), new BsonString("x"))))
            .append("binary", new BsonBinary(new byte[] {1, 2, 3}))
            .append("undefined", new BsonUndefined())
            .append("object id", new BsonObjectId())
            .append("boolean", BsonBoolean.TRUE)
            .append("date", new BsonDateTime(7))
            .append("null", BsonNull.VALUE)
            .append("regex", new BsonRegularExpression("^a.*", "i"))
            .append("script", new BsonJavaScript("x"))
            .append("symbol", new BsonSymbol("y"))
            .append("int", new BsonInt32(4))
            .append("timestamp", new BsonTimestamp(3, 4))
            .append("long", new BsonInt64(5))
            .append("decimal", new BsonDecimal128(Decimal128.parse("1.25")))
            .append("least", new BsonMinKey())
            .append("most", new BsonMaxKey());

    private static final NewEvent FIRST =
            new NewEvent("e1", "visit.visitor-called", 1, "visit-7", 3, AT, List.of("vip", "їжак"), EVERYTHING, meta());
    private static final NewEvent SECOND =
            new NewEvent("e2", "visit.service-started", 2, "visit-7", 4, AT, List.of(), new BsonDocument(), meta());

    @Test
    void readsWhatWasEncoded() {
        Commit commit = CommitReader.read(encoded());
        assertThat(commit.first()).isEqualTo(41);
        assertThat(commit.last()).isEqualTo(42);
        assertThat(commit.recordedAt()).isEqualTo(Instant.ofEpochMilli(RECORDED));
        assertThat(commit.events()).containsExactly(stored(41, FIRST), stored(42, SECOND));
        StoredEvent event = commit.events().getFirst();
        assertThat(event.position()).isEqualTo(41);
        assertThat(event.recordedAt()).isEqualTo(Instant.ofEpochMilli(RECORDED));
        assertThat(event.id()).isEqualTo("e1");
        assertThat(event.type()).isEqualTo("visit.visitor-called");
        assertThat(event.revision()).isEqualTo(1);
        assertThat(event.stream()).isEqualTo("visit-7");
        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.occurredAt()).isEqualTo(AT);
        assertThat(event.tags()).containsExactly("vip", "їжак");
        assertThat(event.payload()).isEqualTo(EVERYTHING);
        assertThat(event.meta()).isEqualTo(meta());
    }

    @Test
    void writesTheDocumentThatTheReadmeShows() {
        BsonDocument document = decoded();
        assertThat(document.keySet()).containsExactly("_id", "n", "rts", "k", "ev");
        assertThat(document.getInt64("_id").getValue()).isEqualTo(41);
        assertThat(document.getDateTime("rts").getValue()).isEqualTo(RECORDED);
        assertThat(document.getArray("k")).containsExactly(new BsonString("visit-7/3"), new BsonString("visit-7/4"));
        assertThat(event(document).keySet())
                .containsExactly("eid", "type", "rev", "stream", "seq", "at", "tags", "pl", "meta");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        BsonDocument document = decoded();
        BsonDocument wider = new BsonDocument();
        wider.putAll(EVERYTHING);
        wider.putAll(document);
        event(document).putAll(EVERYTHING);
        assertThat(CommitReader.read(raw(wider)).events()).containsExactly(stored(41, FIRST), stored(42, SECOND));
    }

    @Test
    void passesOverWhatItDoesNotKnowAtTheVeryEndOfTheBytes() {
        for (String last : List.of("", "x", "seven77", "eight888", "nine99999")) {
            BsonDocument document = decoded();
            document.put(last, new BsonMinKey());
            RawBsonDocument raw = raw(document);
            byte[] exact = Arrays.copyOf(raw.getBackingArray(), raw.getByteLength());

            Commit commit = CommitReader.read(new RawBsonDocument(exact));

            assertThat(commit.events()).containsExactly(stored(41, FIRST), stored(42, SECOND));
        }
    }

    @Test
    void readsTheTextsOfTheMeta() {
        BsonDocument document = decoded();
        BsonDocument meta = new BsonDocument("office", new BsonString("office-1"))
                .append("number", new BsonInt32(7))
                .append("a long name", new BsonString("їжак"));
        event(document).put("meta", meta);
        StoredEvent event = CommitReader.read(raw(document)).events().getFirst();

        assertThat(event.metaTexts()).containsExactly(entry("office", "office-1"), entry("a long name", "їжак"));
        event(document).remove("meta");
        assertThat(CommitReader.read(raw(document)).events().getFirst().metaTexts())
                .isEmpty();
    }

    @Test
    void readsAnEventWithoutMetaAndTags() {
        BsonDocument document = decoded();
        event(document).remove("meta");
        event(document).remove("tags");
        StoredEvent event = CommitReader.read(raw(document)).events().getFirst();
        assertThat(event.meta()).isEmpty();
        assertThat(event.tags()).isEmpty();
    }

    @Test
    void tellsWhereAPartIsMissingOrOfAnotherKind() {
        for (String part : List.of("eid", "type", "stream", "at", "pl")) {
            assertThat(damaged(document -> event(document).remove(part))).isEqualTo(41);
            assertThat(damaged(document -> event(document).put(part, new BsonInt32(1))))
                    .isEqualTo(41);
        }
        assertThat(damaged(document -> document.getArray("ev").set(1, new BsonString("no event"))))
                .isEqualTo(42);
        assertThat(damaged(document -> document.put("n", new BsonInt32(3)))).isEqualTo(41);
        assertThat(damaged(document -> document.remove("ev"))).isEqualTo(41);
        assertThat(damaged(document -> document.remove("rts"))).isEqualTo(41);
    }

    @Test
    void readsNothingBeyondTheDocumentWhateverALengthSays() {
        byte[] whole = encoded().getByteBuffer().array();
        for (int at = 20; at < whole.length - 4; at++) {
            byte[] bytes = whole.clone();
            bytes[at] = (byte) 0xFF;
            bytes[at + 3] = 0x7F;
            try {
                CommitReader.read(new RawBsonDocument(bytes));
            } catch (LogDamaged e) {
                assertThat(e.position()).isNotNegative();
            }
        }
    }

    private static long damaged(Consumer<BsonDocument> damage) {
        BsonDocument document = decoded();
        damage.accept(document);
        return catchThrowableOfType(LogDamaged.class, () -> CommitReader.read(raw(document)))
                .position();
    }

    private static RawBsonDocument encoded() {
        return EncodedCommit.of(List.of(FIRST, SECOND)).numbered(41, RECORDED);
    }

    private static BsonDocument decoded() {
        return encoded().decode(new BsonDocumentCodec());
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec());
    }

    private static BsonDocument event(BsonDocument document) {
        return document.getArray("ev").getFirst().asDocument();
    }

    private static StoredEvent stored(long position, NewEvent event) {
        return new StoredEvent(
                position,
                Instant.ofEpochMilli(RECORDED),
                event.id(),
                event.type(),
                event.revision(),
                event.stream(),
                event.sequence(),
                event.occurredAt(),
                event.tags(),
                event.payload(),
                event.meta());
    }

    private static BsonDocument meta() {
        return new BsonDocument("office", new BsonString("office-1"));
    }
}
