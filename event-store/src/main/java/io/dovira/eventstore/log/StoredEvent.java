package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log. It is whole when it is there, but each part is decoded when it is asked for: skipping an event by its type
 * costs little more than the type. Whoever needs a part more than once keeps it.
 *
 * @see NewEvent for the parts
 */
public final class StoredEvent {

    private static final long EVENT_ID = Elements.packed(Fields.EVENT_ID);
    private static final long TYPE = Elements.packed(Fields.TYPE);
    private static final long REVISION = Elements.packed(Fields.REVISION);
    private static final long STREAM = Elements.packed(Fields.STREAM);
    private static final long SEQUENCE = Elements.packed(Fields.SEQUENCE);
    private static final long OCCURRED_AT = Elements.packed(Fields.OCCURRED_AT);
    private static final long TAGS = Elements.packed(Fields.TAGS);
    private static final long PAYLOAD = Elements.packed(Fields.PAYLOAD);
    private static final long META = Elements.packed(Fields.META);

    private final long position;
    private final long recordedAt;
    private final byte[] bytes;

    // Where the values begin; 0 for what is not there.
    private final int id;
    private final int type;
    private final int revision;
    private final int stream;
    private final int sequence;
    private final int occurredAt;
    private final int tags;
    private final int payload;
    private final int meta;

    /** An event that is not read from the log; its parts must be as those of a {@link NewEvent}. */
    public StoredEvent(
            long position,
            Instant recordedAt,
            String id,
            String type,
            int revision,
            String stream,
            long sequence,
            Instant occurredAt,
            List<String> tags,
            BsonDocument payload,
            BsonDocument meta) {
        this(
                position,
                recordedAt.toEpochMilli(),
                EncodedCommit.event(
                        new NewEvent(id, type, revision, stream, sequence, occurredAt, tags, payload, meta)),
                0);
    }

    /**
     * @param from where in the bytes the event's document begins
     * @throws LogDamaged if a part that every event has is not there
     */
    StoredEvent(long position, long recordedAtMillis, byte[] bytes, int from) {
        this.position = position;
        this.recordedAt = recordedAtMillis;
        this.bytes = bytes;
        int idAt = 0;
        int typeAt = 0;
        int revisionAt = 0;
        int streamAt = 0;
        int sequenceAt = 0;
        int occurredAtAt = 0;
        int tagsAt = 0;
        int payloadAt = 0;
        int metaAt = 0;
        Elements elements = new Elements(bytes, from);
        while (elements.next()) {
            long name = elements.name();
            if (name == EVENT_ID) {
                idAt = elements.value(Elements.STRING);
            } else if (name == TYPE) {
                typeAt = elements.value(Elements.STRING);
            } else if (name == REVISION) {
                revisionAt = elements.value(Elements.INT32);
            } else if (name == STREAM) {
                streamAt = elements.value(Elements.STRING);
            } else if (name == SEQUENCE) {
                sequenceAt = elements.value(Elements.INT64);
            } else if (name == OCCURRED_AT) {
                occurredAtAt = elements.value(Elements.DATE_TIME);
            } else if (name == TAGS) {
                tagsAt = elements.value(Elements.ARRAY);
            } else if (name == PAYLOAD) {
                payloadAt = elements.value(Elements.DOCUMENT);
            } else if (name == META) {
                metaAt = elements.value(Elements.DOCUMENT);
            }
        }
        if (idAt == 0 || typeAt == 0 || streamAt == 0 || occurredAtAt == 0 || payloadAt == 0) {
            throw new LogDamaged(position, "the event lacks its id, type, stream, time or payload");
        }
        this.id = idAt;
        this.type = typeAt;
        this.revision = revisionAt;
        this.stream = streamAt;
        this.sequence = sequenceAt;
        this.occurredAt = occurredAtAt;
        this.tags = tagsAt;
        this.payload = payloadAt;
        this.meta = metaAt;
    }

    /** Its place among all events: dense, from 1, the commit order. */
    public long position() {
        return position;
    }

    /** When the log learnt of it; never decreases from one position to the next. */
    public Instant recordedAt() {
        return Instant.ofEpochMilli(recordedAt);
    }

    public String id() {
        return Elements.stringAt(bytes, id);
    }

    public String type() {
        return Elements.stringAt(bytes, type);
    }

    public int revision() {
        return revision == 0 ? 0 : Elements.intAt(bytes, revision);
    }

    public String stream() {
        return Elements.stringAt(bytes, stream);
    }

    public long sequence() {
        return sequence == 0 ? 0 : Elements.longAt(bytes, sequence);
    }

    public Instant occurredAt() {
        return Instant.ofEpochMilli(Elements.longAt(bytes, occurredAt));
    }

    public List<String> tags() {
        if (tags == 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Elements elements = new Elements(bytes, tags);
        while (elements.next()) {
            int tag = elements.value(Elements.STRING);
            if (tag == 0) {
                throw new LogDamaged(position, "a tag is not a text");
            }
            found.add(Elements.stringAt(bytes, tag));
        }
        return List.copyOf(found);
    }

    /** A view of the stored bytes. */
    public BsonDocument payload() {
        return document(payload);
    }

    /** A view of the stored bytes. */
    public BsonDocument meta() {
        return meta == 0 ? new BsonDocument() : document(meta);
    }

    /** What is text in the meta, by name, in the stored order. */
    public Map<String, String> metaTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (meta != 0) {
            Elements elements = new Elements(bytes, meta);
            while (elements.next()) {
                int text = elements.value(Elements.STRING);
                if (text != 0) {
                    texts.put(elements.text(), Elements.stringAt(bytes, text));
                }
            }
        }
        return texts;
    }

    private BsonDocument document(int at) {
        return new RawBsonDocument(bytes, at, Elements.intAt(bytes, at));
    }

    /** The same parts at the same position. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEvent that
                && position == that.position
                && recordedAt == that.recordedAt
                && id().equals(that.id())
                && type().equals(that.type())
                && revision() == that.revision()
                && stream().equals(that.stream())
                && sequence() == that.sequence()
                && occurredAt().equals(that.occurredAt())
                && tags().equals(that.tags())
                && payload().equals(that.payload())
                && meta().equals(that.meta());
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(position) + id().hashCode();
    }

    @Override
    public String toString() {
        return position + " " + type() + " " + stream() + "/" + sequence() + " " + payload();
    }
}
