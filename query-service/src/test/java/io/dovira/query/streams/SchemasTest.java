package io.dovira.query.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.catalogue.Schemas;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.query.platform.PlainJson;
import java.time.Instant;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schemas promise is what a recorded fact looks like on the stream. */
class SchemasTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("io.dovira.events.catalogue.Facts#all")
    void exampleOfTheSchemaIsTheDataOfTheEvent(Class<? extends Fact> type) {
        JsonNode schema = JSON.readTree(
                Schemas.find(Facts.nameOf(type), Facts.revisionOf(type)).orElseThrow());
        JsonNode example = schema.get("examples").get(0);

        Fact fact = RecordCodecs.decode(document(example, schema.get("properties")), type);
        Map<String, ?> data = PlainJson.of(RecordCodecs.encode((Record) fact));

        assertThat(JSON.readTree(JSON.writeValueAsString(data))).isEqualTo(example);
    }

    /** The example as the log holds it: the schema tells which texts are times. */
    private static BsonDocument document(JsonNode example, JsonNode properties) {
        BsonDocument document = new BsonDocument();
        example.forEachEntry((name, value) -> document.append(name, stored(value, properties.path(name))));
        return document;
    }

    private static BsonValue stored(JsonNode value, JsonNode property) {
        if (property.path("format").asString("").equals("date-time")) {
            return new BsonDateTime(Instant.parse(value.asString()).toEpochMilli());
        }
        if (value.isObject()) {
            return document(value, property);
        }
        if (value.isArray()) {
            return new BsonArray(value.valueStream()
                    .map(each -> stored(each, property.path("items")))
                    .toList());
        }
        if (value.isBoolean()) {
            return BsonBoolean.valueOf(value.asBoolean());
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? new BsonInt64(value.asLong()) : new BsonDouble(value.asDouble());
        }
        return new BsonString(value.asString());
    }
}
