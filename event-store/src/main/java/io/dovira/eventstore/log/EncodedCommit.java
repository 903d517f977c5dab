package io.dovira.eventstore.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;
import org.bson.io.BasicOutputBuffer;

/** An append as the bytes that will stand in the collection. Only where it stands and when it was recorded are filled in by the writer. */
final class EncodedCommit {

    /** MongoDB refuses documents over 16 MiB; the rest is room for the command around it. */
    static final int LARGEST = 15 << 20;

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
    private static final RawBsonDocumentCodec RAW_DOCUMENTS = new RawBsonDocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();
    private static final int USUAL_BYTES = 1_024;

    private final byte[] bytes;
    private final int firstAt;
    private final int recordedAt;

    private EncodedCommit(byte[] bytes, int firstAt, int recordedAt) {
        this.bytes = bytes;
        this.firstAt = firstAt;
        this.recordedAt = recordedAt;
    }

    /** @throws IllegalArgumentException if it is too large */
    static EncodedCommit of(List<NewEvent> events) {
        try (BasicOutputBuffer out = new BasicOutputBuffer(USUAL_BYTES);
                BsonBinaryWriter writer = new BsonBinaryWriter(out)) {
            writer.writeStartDocument();
            writer.writeInt64(Fields.FIRST, 0);
            int firstAt = out.getPosition() - Long.BYTES;
            writer.writeInt32(Fields.COUNT, events.size());
            writer.writeDateTime(Fields.RECORDED_AT, 0);
            int recordedAt = out.getPosition() - Long.BYTES;
            writer.writeStartArray(Fields.KEYS);
            events.forEach(event -> writer.writeString(Fields.key(event.stream(), event.sequence())));
            writer.writeEndArray();
            writer.writeStartArray(Fields.EVENTS);
            for (NewEvent event : events) {
                write(event, writer);
                if (out.getPosition() > LARGEST) {
                    throw new IllegalArgumentException("an append is limited to " + LARGEST + " bytes");
                }
            }
            writer.writeEndArray();
            writer.writeEndDocument();
            return new EncodedCommit(out.toByteArray(), firstAt, recordedAt);
        }
    }

    /** An event as it stands in an append. */
    static byte[] event(NewEvent event) {
        try (BasicOutputBuffer out = new BasicOutputBuffer(USUAL_BYTES);
                BsonBinaryWriter writer = new BsonBinaryWriter(out)) {
            write(event, writer);
            return out.toByteArray();
        }
    }

    private static void write(NewEvent event, BsonBinaryWriter writer) {
        writer.writeStartDocument();
        writer.writeString(Fields.EVENT_ID, event.id());
        writer.writeString(Fields.TYPE, event.type());
        writer.writeInt32(Fields.REVISION, event.revision());
        writer.writeString(Fields.STREAM, event.stream());
        writer.writeInt64(Fields.SEQUENCE, event.sequence());
        writer.writeDateTime(Fields.OCCURRED_AT, event.occurredAt().toEpochMilli());
        writer.writeStartArray(Fields.TAGS);
        event.tags().forEach(writer::writeString);
        writer.writeEndArray();
        write(Fields.PAYLOAD, event.payload(), writer);
        write(Fields.META, event.meta(), writer);
        writer.writeEndDocument();
    }

    private static void write(String name, BsonDocument document, BsonBinaryWriter writer) {
        writer.writeName(name);
        if (document instanceof RawBsonDocument raw) {
            RAW_DOCUMENTS.encode(writer, raw, CONTEXT);
        } else {
            DOCUMENTS.encode(writer, document, CONTEXT);
        }
    }

    int size() {
        return bytes.length;
    }

    /** The document at this place. There is one of it: numbering it again changes it. */
    RawBsonDocument numbered(long first, long recordedAtMillis) {
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(firstAt, first)
                .putLong(recordedAt, recordedAtMillis);
        return new RawBsonDocument(bytes);
    }
}
