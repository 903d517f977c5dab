package io.dovira.eventstore.codec;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a record, a duration, a day or bytes; the driver's providers know the rest. */
final class RecordProvider implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // Each branch makes the codec of the very class it was asked for.
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        if (type == Duration.class) {
            return (Codec<T>) new DurationCodec();
        }
        if (type == LocalDate.class) {
            return (Codec<T>) new DateCodec();
        }
        if (StoredAsBytes.class.isAssignableFrom(type)) {
            return new BytesCodec<>(type);
        }
        if (!type.isRecord()) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && components[0].getType() == String.class) {
            return new TextCodec<>(type);
        }
        return new RecordCodec<>(type, registry);
    }
}
