package io.dovira.eventstore.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A record as a document. The driver has such a codec too; this one says which component of which type is missing, knows
 * {@code @Nullable}, and never hands null to a component that may not be null.
 */
final class RecordCodec<T> implements Codec<T> {

    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private final RecordShape<T> shape;
    private final List<Codec<?>> codecs = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    RecordCodec(Class<T> type, CodecRegistry registry) {
        this.shape = new RecordShape<>(type);
        for (int i = 0; i < shape.size(); i++) {
            indexes.put(shape.name(i), i);
            codecs.add(codec(i, registry));
        }
    }

    private Codec<?> codec(int index, CodecRegistry registry) {
        try {
            return Codecs.of(shape.typeOf(index), registry);
        } catch (CodecConfigurationException e) {
            throw new CodecConfigurationException(
                    shape.type().getSimpleName() + "." + shape.name(index) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void encode(BsonWriter writer, T record, EncoderContext context) {
        writer.writeStartDocument();
        encodeFields(writer, record);
        writer.writeEndDocument();
    }

    /** The components alone, for a document that has other fields too. */
    void encodeFields(BsonWriter writer, T record) {
        for (int i = 0; i < shape.size(); i++) {
            Object value = shape.value(record, i);
            if (value != null) {
                writer.writeName(shape.name(i));
                write(writer, codecs.get(i), value);
            } else if (!shape.mayBeNull(i)) {
                throw new UnreadableRecord(shape.type(), shape.name(i), "is null and may not be", null);
            }
        }
    }

    @SuppressWarnings("unchecked") // The codec was chosen by the type of the component that the value comes from.
    private static void write(BsonWriter writer, Codec<?> codec, Object value) {
        ((Codec<Object>) codec).encode(writer, value, CONTEXT);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        @Nullable Object[] values = new Object[shape.size()];
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Integer index = indexes.get(reader.readName());
            if (index == null) {
                reader.skipValue();
            } else if (reader.getCurrentBsonType() == BsonType.NULL) {
                reader.readNull();
            } else {
                values[index] = read(reader, index, context);
            }
        }
        reader.readEndDocument();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !shape.mayBeNull(i)) {
                throw new UnreadableRecord(shape.type(), shape.name(i), "is missing in what is stored", null);
            }
        }
        return shape.create(values);
    }

    private Object read(BsonReader reader, int index, DecoderContext context) {
        try {
            return codecs.get(index).decode(reader, context);
        } catch (UnreadableRecord e) {
            throw new UnreadableRecord(shape.type(), shape.name(index), String.valueOf(e.getMessage()), e);
        } catch (BsonInvalidOperationException | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableRecord(shape.type(), shape.name(index), "cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Class<T> getEncoderClass() {
        return shape.type();
    }
}
