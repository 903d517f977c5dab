package io.dovira.eventstore.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.RawBsonDocument;

/**
 * Appends in order, in the bytes of the server's answer: they are not cut into documents, which would cost more than all that is read of
 * them.
 *
 * <pre>
 *   {cursor: {firstBatch: [{_id: 41, ...}, {_id: 43, ...}], id: 0, ns: "..."}, ok: 1}
 *                          ^ starts[0]     ^ starts[1]
 * </pre>
 */
final class CommitPage {

    private static final long CURSOR = Elements.packed("cursor");
    private static final long BATCH = Elements.packed("firstBatch");
    private static final long ID = Elements.packed("id");

    private final byte[] bytes;
    private int[] starts;
    private int size;
    private long cursor;

    private CommitPage(byte[] bytes, int atMost) {
        this.bytes = bytes;
        this.starts = new int[Math.min(atMost, 64)];
    }

    /**
     * @param from where the first append should begin
     * @param atMost appends that were asked for
     * @throws LogDamaged if the answer can not be cut into appends
     */
    static CommitPage of(RawBsonDocument answer, long from, int atMost) {
        CommitPage page = new CommitPage(answer.getBackingArray(), atMost);
        try {
            Elements elements = new Elements(page.bytes, answer.getByteOffset());
            while (elements.next()) {
                if (elements.name() == CURSOR) {
                    page.take(elements.value(Elements.DOCUMENT));
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new LogDamaged(from, "what comes from here on is not readable: " + e.getMessage());
        }
        return page;
    }

    private void take(int document) {
        Elements elements = new Elements(bytes, document);
        while (elements.next()) {
            if (elements.name() == BATCH) {
                list(elements.value(Elements.ARRAY));
            } else if (elements.name() == ID) {
                int id = elements.value(Elements.INT64);
                cursor = id == 0 ? 0 : Elements.longAt(bytes, id);
            }
        }
    }

    private void list(int array) {
        Elements elements = new Elements(bytes, array);
        while (elements.next()) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 4 * size);
            }
            starts[size++] = elements.value(Elements.DOCUMENT);
        }
    }

    /** How many appends it holds. */
    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The cursor that the server keeps because there was no room for all that was asked for; 0 if it keeps none. */
    long cursor() {
        return cursor;
    }

    /** Where an append begins. */
    int start(int index) {
        return starts[index];
    }

    CommitReader reader() {
        return new CommitReader(bytes);
    }

    /** @throws LogDamaged if one of them is not as it should be */
    List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>(size);
        CommitReader reader = reader();
        for (int i = 0; i < size; i++) {
            reader.read(starts[i]);
            reader.addEventsTo(events);
        }
        return events;
    }

    /** Where the append behind the last one begins, which there must be; anything if that one is damaged. */
    long next() {
        return reader().behind(starts[size - 1]);
    }
}
