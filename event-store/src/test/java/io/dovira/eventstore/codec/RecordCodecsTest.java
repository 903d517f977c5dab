package io.dovira.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecsTest {

    enum Channel {
        WALK_IN,
        PHONE
    }

    record DeskId(String value) {
        DeskId {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a desk id may not be blank");
            }
        }

        @Override
        public String toString() {
            return "desk " + value;
        }
    }

    record Step(String name, Instant at) {}

    record Called(
            DeskId desk,
            Channel channel,
            int leg,
            long number,
            double share,
            boolean first,
            BigDecimal fee,
            Instant at,
            LocalDate day,
            Duration waited,
            Map<String, String> name,
            List<DeskId> desks,
            Set<Channel> channels,
            List<Step> steps,
            Map<String, Step> stepByName,
            @Nullable Integer rating,
            @Nullable DeskId onlyDesk) {}

    record Note(String text) {}

    record Tree(String name, List<Tree> branches) {}

    record Plain(Object anything) {}

    record Count(int n) {}

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private static final Called CALLED = new Called(
            new DeskId("7"),
            Channel.PHONE,
            2,
            1_234_567_890_123L,
            0.25,
            true,
            new BigDecimal("12.50"),
            NOON,
            LocalDate.of(2026, 3, 2),
            Duration.ofSeconds(90),
            Map.of("uk", "Стіл", "en", "Desk"),
            List.of(new DeskId("7"), new DeskId("8")),
            Set.of(Channel.WALK_IN),
            List.of(new Step("queued", NOON)),
            Map.of("queued", new Step("queued", NOON)),
            null,
            null);

    @Test
    void storesEachComponentUnderItsNameInItsPlainForm() {
        assertThat(RecordCodecs.encode(CALLED)).isEqualTo(BsonDocument.parse("""
                                {desk: "7", channel: "PHONE", leg: 2, number: {$numberLong: "1234567890123"}, share: 0.25,
                                 first: true, fee: {$numberDecimal: "12.50"}, at: {$date: "2026-03-02T12:00:00.123Z"},
                                 day: "2026-03-02", waited: {$numberLong: "90000"},
                                 name: {uk: "Стіл", en: "Desk"}, desks: ["7", "8"], channels: ["WALK_IN"],
                                 steps: [{name: "queued", at: {$date: "2026-03-02T12:00:00.123Z"}}],
                                 stepByName: {queued: {name: "queued", at: {$date: "2026-03-02T12:00:00.123Z"}}}}"""));
    }

    @Test
    void readsBackWhatItStored() {
        BsonDocument stored = RecordCodecs.encode(CALLED);
        assertThat(RecordCodecs.decode(stored, Called.class)).isEqualTo(CALLED);
        assertThat(RecordCodecs.decode(new RawBsonDocument(stored, new BsonDocumentCodec()), Called.class))
                .isEqualTo(CALLED);
    }

    @Test
    void keepsTheOutermostRecordADocumentEvenWithOneString() {
        assertThat(RecordCodecs.encode(new Note("x"))).isEqualTo(BsonDocument.parse("{text: 'x'}"));
        assertThat(RecordCodecs.decode(BsonDocument.parse("{text: 'x'}"), Note.class))
                .isEqualTo(new Note("x"));
    }

    @Test
    void storesRecordsThatHoldTheirOwnKind() {
        Tree tree = new Tree("root", List.of(new Tree("leaf", List.of())));
        assertThat(RecordCodecs.decode(RecordCodecs.encode(tree), Tree.class)).isEqualTo(tree);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        BsonDocument newer =
                RecordCodecs.encode(new Count(3)).append("later", new BsonDocument("deep", BsonNull.VALUE));
        assertThat(RecordCodecs.decode(newer, Count.class)).isEqualTo(new Count(3));
    }

    @Test
    void readsAStoredNullAsAbsent() {
        BsonDocument stored = RecordCodecs.encode(CALLED).append("rating", BsonNull.VALUE);
        assertThat(RecordCodecs.decode(stored, Called.class).rating()).isNull();
    }

    @Test
    void namesTypeAndComponentWhenOneIsMissing() {
        BsonDocument stored = RecordCodecs.encode(CALLED);
        stored.remove("desk");
        assertThatThrownBy(() -> RecordCodecs.decode(stored, Called.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Called.desk: is missing in what is stored");
        assertThatThrownBy(() -> RecordCodecs.decode(new BsonDocument(), Count.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Count.n: is missing in what is stored");
    }

    @Test
    void namesThePathWhenSomethingInsideIsMissingOrWrong() {
        BsonDocument missing = RecordCodecs.encode(CALLED);
        missing.getArray("steps").get(0).asDocument().remove("at");
        assertThatThrownBy(() -> RecordCodecs.decode(missing, Called.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Called.steps: Step.at: is missing in what is stored");
        BsonDocument wrong = RecordCodecs.encode(CALLED).append("leg", new BsonString("two"));
        assertThatThrownBy(() -> RecordCodecs.decode(wrong, Called.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageStartingWith("Called.leg: cannot be read: ");
        BsonDocument unknown = RecordCodecs.encode(CALLED).append("channel", new BsonString("FAX"));
        assertThatThrownBy(() -> RecordCodecs.decode(unknown, Called.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("Called.channel")
                .hasMessageContaining("FAX");
    }

    @Test
    void saysWhatTheRecordItselfRefuses() {
        BsonDocument stored = RecordCodecs.encode(CALLED).append("desk", new BsonString(" "));
        assertThatThrownBy(() -> RecordCodecs.decode(stored, Called.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Called.desk: DeskId refuses what is stored: a desk id may not be blank");
    }

    @Test
    @SuppressWarnings("NullAway") // Who compiles without the checker can do this.
    void refusesToStoreNullWhereItMayNotBe() {
        assertThatThrownBy(() -> RecordCodecs.encode(new Step(null, NOON)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Step.name: is null and may not be");
    }

    @Test
    void refusesTypesWithoutAStoredForm() {
        assertThatThrownBy(() -> RecordCodecs.encode(new Plain("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Plain.anything");
        assertThatThrownBy(() -> RecordCodecs.decode(new BsonDocument(), String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a record");
    }
}
