package io.dovira.eventstore.codec;

import java.time.Duration;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A duration as whole milliseconds. */
final class DurationCodec implements Codec<Duration> {

    @Override
    public void encode(BsonWriter writer, Duration value, EncoderContext context) {
        writer.writeInt64(value.toMillis());
    }

    @Override
    public Duration decode(BsonReader reader, DecoderContext context) {
        // A shell or another driver may have written a small number as int32.
        return Duration.ofMillis(
                reader.getCurrentBsonType() == BsonType.INT32 ? reader.readInt32() : reader.readInt64());
    }

    @Override
    public Class<Duration> getEncoderClass() {
        return Duration.class;
    }
}
