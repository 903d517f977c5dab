package io.dovira.query.streams;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what is stored as plain JSON: times as ISO 8601 in UTC, bytes as base64, numbers as numbers. Works on the stored document and knows
 * no class of ours, so a fact that a newer writer invented passes through unharmed.
 */
final class PlainJson {
    private PlainJson() {}

    static void write(BsonDocument document, JsonGenerator json) {
        json.writeStartObject();
        document.forEach((name, value) -> {
            json.writeName(name);
            write(value, json);
        });
        json.writeEndObject();
    }

    private static void write(BsonValue value, JsonGenerator json) {
        switch (value.getBsonType()) {
            case DOCUMENT -> write(value.asDocument(), json);
            case ARRAY -> {
                json.writeStartArray();
                value.asArray().forEach(element -> write(element, json));
                json.writeEndArray();
            }
            case STRING -> json.writeString(value.asString().getValue());
            case INT32 -> json.writeNumber(value.asInt32().getValue());
            case INT64 -> json.writeNumber(value.asInt64().getValue());
            case DOUBLE -> number(value.asDouble().getValue(), json);
            case BOOLEAN -> json.writeBoolean(value.asBoolean().getValue());
            case DATE_TIME ->
                json.writeString(
                        Instant.ofEpochMilli(value.asDateTime().getValue()).toString());
            case TIMESTAMP ->
                json.writeString(
                        Instant.ofEpochSecond(value.asTimestamp().getTime()).toString());
            case DECIMAL128 -> json.writeString(value.asDecimal128().getValue().toString());
            case OBJECT_ID -> json.writeString(value.asObjectId().getValue().toHexString());
            case BINARY -> json.writeString(text(value.asBinary()));
            case SYMBOL -> json.writeString(value.asSymbol().getSymbol());
            case NULL, UNDEFINED -> json.writeNull();
            case REGULAR_EXPRESSION, DB_POINTER, JAVASCRIPT, JAVASCRIPT_WITH_SCOPE, MIN_KEY, MAX_KEY, END_OF_DOCUMENT ->
                json.writeString(value.toString());
        }
    }

    /** JSON has no word for NaN and the infinities; text is better than a stream that breaks off. */
    private static void number(double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
    }

    private static String text(BsonBinary binary) {
        if (binary.getType() == BsonBinarySubType.UUID_STANDARD.getValue() && binary.getData().length == 16) {
            UUID uuid = binary.asUuid();
            return uuid.toString();
        }
        return Base64.getEncoder().encodeToString(binary.getData());
    }
}
