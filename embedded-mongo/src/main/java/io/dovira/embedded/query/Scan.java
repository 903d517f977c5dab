package io.dovira.embedded.query;

import io.dovira.embedded.storage.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows a plan and gives the stored documents one by one, before the matcher has seen them. Not thread-safe. A scan that
 * was {@link #pause paused} goes on behind the last key, in whatever version the next command reads.
 */
final class Scan {

    private final Table data;
    private final Plan plan;
    private final Deque<Stretch> ahead = new ArrayDeque<>();
    private final PriorityQueue<Stretch> merging = new PriorityQueue<>(Stretch::compareRest);
    private final Set<DocumentKey> seen = new HashSet<>();
    private byte @Nullable [] lastKey;
    private @Nullable Stretch current;

    Scan(Table data, Plan plan) {
        this.data = data;
        this.plan = plan;
        List<KeyRange> ranges = new ArrayList<>(plan.ranges());
        if (plan.backwards()) {
            Collections.reverse(ranges);
        }
        ranges.forEach(range -> ahead.add(new Stretch(range, plan.backwards())));
    }

    /** The next document's bytes, or null at the end. */
    byte @Nullable [] next() {
        MVMap<byte[], byte[]> documents = data.view();
        MVMap<byte[], byte[]> entries =
                plan.index() == null ? documents : plan.index().table().view();
        while (true) {
            Stretch stretch = plan.merged() ? nextMerged(entries) : nextInTurn(entries);
            if (stretch == null) {
                return null;
            }
            byte[] bson = plan.index() == null ? stretch.value() : document(stretch, documents);
            if (bson != null) {
                return bson;
            }
        }
    }

    /** Lets go of the version being read. */
    void pause() {
        if (current != null) {
            current.pause();
        }
        merging.forEach(Stretch::pause);
    }

    private byte @Nullable [] document(Stretch stretch, MVMap<byte[], byte[]> documents) {
        byte[] key = OrderedIndex.documentKey(stretch.key(), stretch.value());
        // In a merge the entries of one document follow each other, for they are equal behind the pinned bytes.
        boolean follows = plan.merged() && Arrays.equals(key, lastKey);
        if (follows || (plan.distinct() && !seen.add(new DocumentKey(key)))) {
            return null;
        }
        lastKey = key;
        return documents.get(key);
    }

    private @Nullable Stretch nextInTurn(MVMap<byte[], byte[]> entries) {
        while (true) {
            if (current == null) {
                current = ahead.poll();
            }
            if (current == null || current.advance(entries)) {
                return current;
            }
            current = null;
        }
    }

    private @Nullable Stretch nextMerged(MVMap<byte[], byte[]> entries) {
        if (current != null) {
            enter(current, entries);
            current = null;
        }
        while (!ahead.isEmpty()) {
            enter(ahead.remove(), entries);
        }
        current = merging.poll();
        return current;
    }

    private void enter(Stretch stretch, MVMap<byte[], byte[]> entries) {
        if (stretch.advance(entries)) {
            merging.add(stretch);
        }
    }
}
