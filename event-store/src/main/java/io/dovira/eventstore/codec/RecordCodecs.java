package io.dovira.eventstore.codec;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.CollectionCodecProvider;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.EnumCodecProvider;
import org.bson.codecs.ValueCodecProvider;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.jsr310.Jsr310CodecProvider;
import org.bson.io.BasicOutputBuffer;

/**
 * Records to BSON documents and back. Thread-safe.
 *
 * <table>
 * <caption>The stored form of a component</caption>
 * <tr><th>component</th><th>stored as</th></tr>
 * <tr><td>String, boolean, int, long, double, BigDecimal</td><td>itself, decimal128 for the last</td></tr>
 * <tr><td>Instant; LocalDate</td><td>date (ms since the epoch, finer is cut off); string, {@code 2026-03-02}</td></tr>
 * <tr><td>Duration</td><td>int64, milliseconds, finer is cut off</td></tr>
 * <tr><td>enum</td><td>string, the constant's name</td></tr>
 * <tr><td>record with one component, a String</td><td>that string</td></tr>
 * <tr><td>other record</td><td>document</td></tr>
 * <tr><td>List, Set</td><td>array, in its own order; what must be equal bytes should not hold a Set</td></tr>
 * <tr><td>Map with String keys</td><td>document, in the order of the keys</td></tr>
 * <tr><td>{@link StoredAsBytes}</td><td>binary</td></tr>
 * <tr><td>null, where {@code @Nullable} allows it</td><td>left out</td></tr>
 * </table>
 *
 * <p>The outermost record is always a document, even with one String. Fields that no component asks for are ignored when reading, so that an
 * older reader survives a newer writer.
 */
public final class RecordCodecs {

    private static final CodecRegistry REGISTRY = CodecRegistries.fromProviders(
            new RecordProvider(),
            new ValueCodecProvider(),
            new Jsr310CodecProvider(),
            new EnumCodecProvider(),
            new CollectionCodecProvider(),
            new SortedMapProvider(),
            new BsonValueCodecProvider());

    private static final ConcurrentMap<Class<?>, RecordCodec<?>> OUTERMOST = new ConcurrentHashMap<>();

    private RecordCodecs() {}

    /**
     * For a codec registry of a client: view documents written as records take the same form.
     */
    public static CodecRegistry registry() {
        return REGISTRY;
    }

    /**
     * @throws UnreadableRecord if a component that may not be null is
     * @throws IllegalArgumentException if a component has a type that has no stored form
     */
    public static BsonDocument encode(Record value) {
        BsonDocument document = new BsonDocument();
        encode(codec(value.getClass()), value, document);
        return document;
    }

    /**
     * As {@link #encode}, straight to the bytes that are stored: for many documents, and to compare them.
     *
     * @param first writes the fields that come before the record's own, which must not bear their names
     */
    public static RawBsonDocument bytes(Record value, Consumer<BsonWriter> first) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(512);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            first.accept(writer);
            encodeFields(codec(value.getClass()), value, writer);
            writer.writeEndDocument();
        }
        return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
    }

    private static <T> void encodeFields(RecordCodec<T> codec, Object value, BsonWriter into) {
        codec.encodeFields(into, codec.getEncoderClass().cast(value));
    }

    /**
     * @throws UnreadableRecord if a component that may not be null is missing, is of another type, or is refused by the record itself
     * @throws IllegalArgumentException if the type is not a record, or a component of it has no stored form
     */
    public static <T> T decode(BsonDocument document, Class<T> type) {
        RecordCodec<? extends T> codec = codec(type);
        // Bytes are read as they are; only what the record asks for is decoded.
        try (BsonReader reader =
                document instanceof RawBsonDocument raw ? raw.asBsonReader() : new BsonDocumentReader(document)) {
            return Objects.requireNonNull(
                    codec.decode(reader, DecoderContext.builder().build()));
        }
    }

    private static <T> void encode(RecordCodec<T> codec, Object value, BsonDocument into) {
        codec.encode(
                new BsonDocumentWriter(into),
                codec.getEncoderClass().cast(value),
                EncoderContext.builder().build());
    }

    @SuppressWarnings("unchecked") // The map holds for each class its own codec.
    private static <T> RecordCodec<T> codec(Class<T> type) {
        return (RecordCodec<T>) OUTERMOST.computeIfAbsent(type, RecordCodecs::create);
    }

    private static RecordCodec<?> create(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        try {
            return new RecordCodec<>(type, REGISTRY);
        } catch (CodecConfigurationException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no stored form: " + e.getMessage(), e);
        }
    }
}
