package io.dovira.eventstore.codec;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A day as text, {@code 2026-03-02}: BSON's date is an instant, and a day is none. */
final class DateCodec implements Codec<LocalDate> {

    @Override
    public void encode(BsonWriter writer, LocalDate value, EncoderContext context) {
        writer.writeString(value.toString());
    }

    @Override
    public LocalDate decode(BsonReader reader, DecoderContext context) {
        String text = reader.readString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day", e);
        }
    }

    @Override
    public Class<LocalDate> getEncoderClass() {
        return LocalDate.class;
    }
}
