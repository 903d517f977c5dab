package io.dovira.eventstore.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;

/** A {@link StoredAsBytes} as binary data. */
final class BytesCodec<T> implements Codec<T> {

    private final Class<T> type;
    private final Method of;

    BytesCodec(Class<T> type) {
        this.type = type;
        try {
            this.of = type.getDeclaredMethod("of", byte[].class);
        } catch (NoSuchMethodException e) {
            throw new CodecConfigurationException(type.getSimpleName() + " has no static of(byte[])", e);
        }
        of.setAccessible(true);
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeBinaryData(new BsonBinary(((StoredAsBytes) value).toBytes()));
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        try {
            return Objects.requireNonNull(
                    type.cast(of.invoke(null, reader.readBinaryData().getData())));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new UnreadableRecord(type, e.getTargetException());
        }
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
