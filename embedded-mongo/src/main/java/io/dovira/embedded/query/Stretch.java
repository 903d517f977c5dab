package io.dovira.embedded.query;

import java.util.Arrays;
import java.util.Objects;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one range; can be put aside and go on in a later version behind the last key it gave. */
final class Stretch {

    private final KeyRange range;
    private final boolean backwards;
    private @Nullable Cursor<byte[], byte[]> cursor;
    private byte @Nullable [] last;
    private byte @Nullable [] value;

    Stretch(KeyRange range, boolean backwards) {
        this.range = range;
        this.backwards = backwards;
    }

    boolean advance(MVMap<byte[], byte[]> map) {
        Cursor<byte[], byte[]> entries = cursor;
        if (entries == null) {
            entries = open(map);
            cursor = entries;
        }
        if (!entries.hasNext()) {
            return false;
        }
        byte[] before = last;
        last = entries.next();
        value = entries.getValue();
        // A cursor that goes on backwards starts at the last key itself.
        return before == null || !Arrays.equals(before, last) || advance(map);
    }

    private Cursor<byte[], byte[]> open(MVMap<byte[], byte[]> map) {
        byte[] from = last;
        if (backwards) {
            return map.cursor(from == null ? range.to() : from, range.from(), true);
        }
        return map.cursor(from == null ? range.from() : Arrays.copyOf(from, from.length + 1), range.to(), false);
    }

    void pause() {
        cursor = null;
    }

    byte[] key() {
        return Objects.requireNonNull(last, "advance first");
    }

    byte[] value() {
        return Objects.requireNonNull(value, "advance first");
    }

    /** Compares what follows the pinned bytes. */
    int compareRest(Stretch other) {
        byte[] mine = key();
        byte[] theirs = other.key();
        int compared =
                Arrays.compareUnsigned(mine, range.pinned(), mine.length, theirs, other.range.pinned(), theirs.length);
        return backwards ? -compared : compared;
    }
}
