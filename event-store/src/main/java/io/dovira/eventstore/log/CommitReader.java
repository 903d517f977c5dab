package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** Finds the parts of a stored append in its bytes and sees that all are there; what they hold is decoded when somebody looks at it. */
final class CommitReader {

    private static final long FIRST = Elements.packed(Fields.FIRST);
    private static final long COUNT = Elements.packed(Fields.COUNT);
    private static final long RECORDED_AT = Elements.packed(Fields.RECORDED_AT);
    private static final long EVENTS = Elements.packed(Fields.EVENTS);

    private final byte[] bytes;

    // Where the values begin; 0 for what is not there.
    private int firstAt;
    private int countAt;
    private int recordedAtAt;
    private int eventsAt;

    private CommitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws LogDamaged if the append is not as it should be */
    static Commit read(RawBsonDocument document) {
        CommitReader reader = new CommitReader(document.getBackingArray());
        try {
            reader.scan(document.getByteOffset());
            return reader.commit();
        } catch (IndexOutOfBoundsException e) {
            throw new LogDamaged(reader.first(), "the append is not readable: " + e.getMessage());
        }
    }

    /** Where the next append begins; anything if this one is not as it should be. */
    static long behind(RawBsonDocument document) {
        CommitReader reader = new CommitReader(document.getBackingArray());
        try {
            reader.scan(document.getByteOffset());
            return reader.first() + (reader.countAt == 0 ? 1 : Elements.intAt(reader.bytes, reader.countAt));
        } catch (IndexOutOfBoundsException e) {
            return reader.first() + 1;
        }
    }

    private void scan(int from) {
        Elements elements = new Elements(bytes, from);
        while (elements.next()) {
            long name = elements.name();
            if (name == FIRST) {
                firstAt = elements.value(Elements.INT64);
            } else if (name == COUNT) {
                countAt = elements.value(Elements.INT32);
            } else if (name == RECORDED_AT) {
                recordedAtAt = elements.value(Elements.DATE_TIME);
            } else if (name == EVENTS) {
                eventsAt = elements.value(Elements.ARRAY);
            }
        }
    }

    private Commit commit() {
        long first = first();
        if (firstAt == 0 || countAt == 0 || recordedAtAt == 0 || eventsAt == 0) {
            throw new LogDamaged(first, "the append lacks its position, count, time or events");
        }
        int n = Elements.intAt(bytes, countAt);
        long recordedAt = Elements.longAt(bytes, recordedAtAt);
        List<StoredEvent> events = new ArrayList<>(1);
        Elements elements = new Elements(bytes, eventsAt);
        while (elements.next()) {
            events.add(new StoredEvent(first + events.size(), recordedAt, bytes, elements.value(Elements.DOCUMENT)));
        }
        if (n < 1 || events.size() != n) {
            throw new LogDamaged(first, "the append says it holds " + n + " events and holds " + events.size());
        }
        return new Commit(first, n, Instant.ofEpochMilli(recordedAt), List.copyOf(events));
    }

    private long first() {
        return firstAt == 0 ? 0 : Elements.longAt(bytes, firstAt);
    }
}
