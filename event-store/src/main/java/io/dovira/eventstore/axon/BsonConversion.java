package io.dovira.eventstore.axon;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.axonframework.serialization.ContentTypeConverter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Between documents, their bytes and their canonical extended JSON; all three hold the same and none holds a class name. */
record BsonConversion<S, T>(Class<S> expectedSourceType, Class<T> targetType, Function<S, T> conversion)
        implements ContentTypeConverter<S, T> {

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    @Override
    public T convert(S original) {
        return conversion.apply(original);
    }

    static List<BsonConversion<?, ?>> all() {
        return List.of(
                new BsonConversion<>(BsonDocument.class, byte[].class, BsonConversion::bytes),
                new BsonConversion<>(byte[].class, BsonDocument.class, RawBsonDocument::new),
                new BsonConversion<>(BsonDocument.class, String.class, document -> document.toJson(CANONICAL)),
                new BsonConversion<>(String.class, BsonDocument.class, BsonDocument::parse));
    }

    private static byte[] bytes(BsonDocument document) {
        RawBsonDocument raw = document instanceof RawBsonDocument already
                ? already
                : new RawBsonDocument(document, new BsonDocumentCodec());
        ByteBuffer buffer = raw.getByteBuffer().asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
