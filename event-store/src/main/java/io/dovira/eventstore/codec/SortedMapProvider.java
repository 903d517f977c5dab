package io.dovira.eventstore.codec;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Maps from texts, stored in the order of their keys: {@code Map.of} has another order in each process, and equal records must be equal bytes
 * wherever they were written.
 */
final class SortedMapProvider implements CodecProvider {

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked") // Only Map itself is answered.
    public <T> @Nullable Codec<T> get(Class<T> type, List<Type> arguments, CodecRegistry registry) {
        if (type != Map.class || arguments.size() != 2) {
            return null;
        }
        if (arguments.getFirst() != String.class) {
            throw new CodecConfigurationException(
                    "the keys of a stored map must be texts, not " + arguments.getFirst());
        }
        return (Codec<T>) new SortedMapCodec(Codecs.of(arguments.getLast(), registry));
    }

    private static final class SortedMapCodec implements Codec<Map<String, Object>> {

        private final Codec<Object> values;

        @SuppressWarnings("unchecked") // The declared type of the values has chosen the codec.
        private SortedMapCodec(Codec<?> values) {
            this.values = (Codec<Object>) values;
        }

        @Override
        public void encode(BsonWriter writer, Map<String, Object> map, EncoderContext context) {
            writer.writeStartDocument();
            new TreeMap<>(map).forEach((key, value) -> {
                writer.writeName(key);
                values.encode(writer, value, context);
            });
            writer.writeEndDocument();
        }

        @Override
        public Map<String, Object> decode(BsonReader reader, DecoderContext context) {
            Map<String, Object> map = new LinkedHashMap<>();
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                map.put(reader.readName(), values.decode(reader, context));
            }
            reader.readEndDocument();
            return map;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<Map<String, Object>> getEncoderClass() {
            return (Class<Map<String, Object>>) (Class<?>) Map.class;
        }
    }
}
