package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/**
 * Finds the parts of stored appends in their bytes and sees that all are there; what they hold is decoded when somebody looks at it. Reads one
 * append after another.
 */
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

    private long first;
    private int n;
    private long recordedAt;

    CommitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws LogDamaged if the append is not as it should be */
    static Commit read(RawBsonDocument document) {
        CommitReader reader = new CommitReader(document.getBackingArray());
        reader.read(document.getByteOffset());
        List<StoredEvent> events = new ArrayList<>(1);
        reader.addEventsTo(events);
        return new Commit(reader.first, reader.n, Instant.ofEpochMilli(reader.recordedAt), List.copyOf(events));
    }

    /**
     * Goes to the append that begins there.
     *
     * @throws LogDamaged if it is not as it should be
     */
    void read(int from) {
        try {
            scan(from);
        } catch (IndexOutOfBoundsException e) {
            throw unreadable(e);
        }
        if (firstAt == 0 || countAt == 0 || recordedAtAt == 0 || eventsAt == 0) {
            throw new LogDamaged(first, "the append lacks its position, count, time or events");
        }
        n = Elements.intAt(bytes, countAt);
        recordedAt = Elements.longAt(bytes, recordedAtAt);
    }

    /** The position of its first event. */
    long first() {
        return first;
    }

    /** The position of its last event. */
    long last() {
        return first + n - 1;
    }

    /** @throws LogDamaged if one of them is not as it should be, or there are more or fewer than the append says */
    void addEventsTo(List<StoredEvent> events) {
        int before = events.size();
        try {
            Elements elements = new Elements(bytes, eventsAt);
            for (long position = first; elements.next(); position++) {
                events.add(new StoredEvent(position, recordedAt, bytes, elements.value(Elements.DOCUMENT)));
            }
        } catch (IndexOutOfBoundsException e) {
            throw unreadable(e);
        }
        int found = events.size() - before;
        if (n < 1 || found != n) {
            throw new LogDamaged(first, "the append says it holds " + n + " events and holds " + found);
        }
    }

    /** Where the append behind the one that begins there begins itself; anything if that one is not as it should be. */
    long behind(int from) {
        try {
            scan(from);
        } catch (IndexOutOfBoundsException e) {
            return first + 1;
        }
        return first + (countAt == 0 ? 1 : Elements.intAt(bytes, countAt));
    }

    private void scan(int from) {
        firstAt = 0;
        countAt = 0;
        recordedAtAt = 0;
        eventsAt = 0;
        first = 0;
        Elements elements = new Elements(bytes, from);
        while (elements.next()) {
            long name = elements.name();
            if (name == FIRST) {
                firstAt = elements.value(Elements.INT64);
                first = firstAt == 0 ? 0 : Elements.longAt(bytes, firstAt);
            } else if (name == COUNT) {
                countAt = elements.value(Elements.INT32);
            } else if (name == RECORDED_AT) {
                recordedAtAt = elements.value(Elements.DATE_TIME);
            } else if (name == EVENTS) {
                eventsAt = elements.value(Elements.ARRAY);
            }
        }
    }

    private LogDamaged unreadable(IndexOutOfBoundsException e) {
        return new LogDamaged(first, "the append is not readable: " + e.getMessage());
    }
}
