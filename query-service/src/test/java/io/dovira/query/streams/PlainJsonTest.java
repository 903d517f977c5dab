package io.dovira.query.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.eventstore.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlainJsonTest {
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00.120Z");

    @Test
    void writesEveryKindOfStoredValue() {
        UUID uuid = UUID.fromString("0199b1d2-6a10-7c3e-8000-000000000001");
        BsonDocument document = new BsonDocument()
                .append("text", new BsonString("Консультація \"quoted\"\n\u2028"))
                .append("int", new BsonInt32(-7))
                .append("long", new BsonInt64(Long.MAX_VALUE))
                .append("double", new BsonDouble(0.25))
                .append("nan", new BsonDouble(Double.NaN))
                .append("yes", BsonBoolean.TRUE)
                .append("nothing", BsonNull.VALUE)
                .append("at", new BsonDateTime(AT.toEpochMilli()))
                .append("decimal", new BsonDecimal128(Decimal128.parse("12.50")))
                .append("object", new BsonObjectId(new ObjectId("65f0c0ffee65f0c0ffee65f0")))
                .append("bytes", new BsonBinary(new byte[] {1, 2, 3}))
                .append("uuid", new BsonBinary(uuid))
                .append("regex", new BsonRegularExpression("a.b"))
                .append("least", new BsonMinKey())
                .append("list", new BsonArray(List.of(new BsonInt32(1), new BsonDocument("a", new BsonInt32(2)))));

        JsonNode json = data(document);

        assertThat(json.get("text").asString()).isEqualTo("Консультація \"quoted\"\n\u2028");
        assertThat(json.get("int").asInt()).isEqualTo(-7);
        assertThat(json.get("long").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(json.get("double").asDouble()).isEqualTo(0.25);
        assertThat(json.get("nan").asString()).isEqualTo("NaN");
        assertThat(json.get("yes").asBoolean()).isTrue();
        assertThat(json.get("nothing").isNull()).isTrue();
        assertThat(json.get("at").asString()).isEqualTo("2026-03-02T07:00:00.120Z");
        assertThat(json.get("decimal").asString()).isEqualTo("12.50");
        assertThat(json.get("object").asString()).isEqualTo("65f0c0ffee65f0c0ffee65f0");
        assertThat(json.get("bytes").asString()).isEqualTo("AQID");
        assertThat(json.get("uuid").asString()).isEqualTo(uuid.toString());
        assertThat(json.get("list").get(1).get("a").asInt()).isEqualTo(2);
        assertThat(json.propertyNames()).hasSize(document.size());
    }

    @Test
    void keepsAnEventOnOneLine() {
        String json = encode(new BsonDocument("text", new BsonString("a\nb\r\nc")));

        assertThat(json).doesNotContain("\n", "\r");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        JsonNode event = JsonMapper.shared().readTree(encode(new BsonDocument()));

        assertThat(event.has("office")).isFalse();
        assertThat(event.has("causationid")).isFalse();
        assertThat(event.get("actor").asString()).isEqualTo("p-1");
        assertThat(event.get("data").isEmpty()).isTrue();
    }

    private static JsonNode data(BsonDocument payload) {
        return JsonMapper.shared().readTree(encode(payload)).get("data");
    }

    private static String encode(BsonDocument payload) {
        BsonDocument meta = new BsonDocument("actor", new BsonString("p-1"))
                .append("office", new BsonString(""))
                .append("unheard-of", new BsonString("left out"));
        StoredEvent event =
                new StoredEvent(41, AT, "e1", "visit.visitor-called", 1, "visit-1", 3, AT, List.of(), payload, meta);
        return new String(new CloudEvents("urn:dovira:test").encode(event), StandardCharsets.UTF_8);
    }
}
