package io.dovira.eventstore.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Reads a stored append in one pass over its bytes; payload and meta stay bytes until somebody looks at them. */
final class CommitReader {

    private final byte[] bytes;
    private final BsonBinaryReader reader;

    private CommitReader(RawBsonDocument document) {
        this.bytes = document.getBackingArray();
        // Wrapped with its offset, so that positions of the reader are places in the array.
        this.reader = new BsonBinaryReader(ByteBuffer.wrap(bytes, document.getByteOffset(), document.getByteLength()));
    }

    static Commit read(RawBsonDocument document) {
        return new CommitReader(document).commit();
    }

    private Commit commit() {
        long first = 0;
        int n = 0;
        Instant recordedAt = Instant.EPOCH;
        List<HalfRead> halfs = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case Fields.FIRST -> first = reader.readInt64();
                case Fields.COUNT -> n = reader.readInt32();
                case Fields.RECORDED_AT -> recordedAt = Instant.ofEpochMilli(reader.readDateTime());
                case Fields.EVENTS -> halfs = events();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        if (n < 1 || halfs.size() != n) {
            throw new LogDamaged(first, "the append says it holds " + n + " events and holds " + halfs.size());
        }
        List<StoredEvent> events = new ArrayList<>(n);
        for (HalfRead half : halfs) {
            events.add(half.at(first + events.size(), recordedAt));
        }
        return new Commit(first, n, recordedAt, List.copyOf(events));
    }

    private List<HalfRead> events() {
        List<HalfRead> halfs = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            halfs.add(event());
        }
        reader.readEndArray();
        return halfs;
    }

    private HalfRead event() {
        HalfRead half = new HalfRead();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case Fields.EVENT_ID -> half.id = reader.readString();
                case Fields.TYPE -> half.type = reader.readString();
                case Fields.REVISION -> half.revision = reader.readInt32();
                case Fields.STREAM -> half.stream = reader.readString();
                case Fields.SEQUENCE -> half.sequence = reader.readInt64();
                case Fields.OCCURRED_AT -> half.occurredAt = Instant.ofEpochMilli(reader.readDateTime());
                case Fields.TAGS -> half.tags = tags();
                case Fields.PAYLOAD -> half.payload = slice();
                case Fields.META -> half.meta = slice();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return half;
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            tags.add(reader.readString());
        }
        reader.readEndArray();
        return List.copyOf(tags);
    }

    private BsonDocument slice() {
        int from = reader.getBsonInput().getPosition();
        reader.skipValue();
        return new RawBsonDocument(bytes, from, reader.getBsonInput().getPosition() - from);
    }

    /** An event whose position is not known yet, because {@code _id} and {@code rts} may follow. */
    private static final class HalfRead {
        private @Nullable String id;
        private @Nullable String type;
        private int revision;
        private @Nullable String stream;
        private long sequence;
        private @Nullable Instant occurredAt;
        private List<String> tags = List.of();
        private @Nullable BsonDocument payload;
        private @Nullable BsonDocument meta;

        private StoredEvent at(long position, Instant recordedAt) {
            if (id == null || type == null || stream == null || occurredAt == null || payload == null) {
                throw new LogDamaged(position, "the event lacks its id, type, stream, time or payload");
            }
            return new StoredEvent(
                    position,
                    recordedAt,
                    id,
                    type,
                    revision,
                    stream,
                    sequence,
                    occurredAt,
                    tags,
                    payload,
                    Objects.requireNonNullElseGet(meta, BsonDocument::new));
        }
    }
}
