package io.dovira.eventstore.codec;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A record around one String (an id, a code) as that string. */
final class TextCodec<T> implements Codec<T> {

    private final RecordShape<T> shape;

    TextCodec(Class<T> type) {
        this.shape = new RecordShape<>(type);
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        Object text = shape.value(value, 0);
        if (text == null) {
            throw new UnreadableRecord(shape.type(), shape.name(0), "is null", null);
        }
        writer.writeString((String) text);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return shape.create(new Object[] {reader.readString()});
    }

    @Override
    public Class<T> getEncoderClass() {
        return shape.type();
    }
}
