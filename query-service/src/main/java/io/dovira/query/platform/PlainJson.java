package io.dovira.query.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, as plain JSON values: times as ISO 8601 in UTC, bytes as base64, numbers as numbers. Works on the stored document and knows
 * no class of ours, so a fact that a newer writer invented passes through unharmed.
 */
public final class PlainJson {
    private PlainJson() {}

    /** The document as maps, lists, texts, numbers, booleans and nulls, in the stored order. */
    public static Map<String, @Nullable Object> of(BsonDocument document) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        document.forEach((name, value) -> plain.put(name, of(value)));
        return plain;
    }

    private static @Nullable Object of(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> of(value.asDocument());
            case ARRAY -> list(value.asArray());
            case STRING -> value.asString().getValue();
            case INT32 -> value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE -> number(value.asDouble().getValue());
            case BOOLEAN -> value.asBoolean().getValue();
            case DATE_TIME ->
                Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
            case TIMESTAMP ->
                Instant.ofEpochSecond(value.asTimestamp().getTime()).toString();
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case BINARY -> text(value.asBinary());
            case SYMBOL -> value.asSymbol().getSymbol();
            case NULL, UNDEFINED -> null;
            case REGULAR_EXPRESSION, DB_POINTER, JAVASCRIPT, JAVASCRIPT_WITH_SCOPE, MIN_KEY, MAX_KEY, END_OF_DOCUMENT ->
                value.toString();
        };
    }

    /** Not by a stream: its list refuses nulls. */
    private static List<@Nullable Object> list(BsonArray array) {
        List<@Nullable Object> plain = new ArrayList<>(array.size());
        array.forEach(element -> plain.add(of(element)));
        return plain;
    }

    /** JSON has no word for NaN and the infinities; text is better than an answer that breaks off. */
    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    private static String text(BsonBinary binary) {
        if (binary.getType() == BsonBinarySubType.UUID_STANDARD.getValue() && binary.getData().length == 16) {
            return binary.asUuid().toString();
        }
        return Base64.getEncoder().encodeToString(binary.getData());
    }
}
