package io.dovira.query.metrics;

import io.dovira.eventstore.codec.StoredAsBytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one measure in one cell, in the order of their arrivals; ties by duration, then limit. Immutable: one more or one less leaves the rest
 * in place, however many there are.
 *
 * <pre>
 *   arrived  08:02  08:02 | 08:10         ms since 1970            in memory: pieces of up to 64 rows, of which a change copies one
 *   took       412   1300 |     0         ms
 *   limit      900    900 |  NONE         ms                       stored: per row three differences to the row before, about 8 bytes
 * </pre>
 */
final class Entries implements StoredAsBytes {

    /** The limit of an entry that has none. */
    static final long NO_LIMIT = Long.MIN_VALUE;

    static final Entries NONE = new Entries(new long[0][]);

    private static final int WIDTH = 3;
    private static final int MOST_ROWS = 64;

    private final long[][] pieces;

    private Entries(long[][] pieces) {
        this.pieces = pieces;
    }

    /** Takes an entry. */
    interface Taker {
        void take(long arrived, long took, long limit);
    }

    /** With one more. */
    Entries plus(long arrived, long took, long limit) {
        long[] row = {arrived, took, limit};
        if (pieces.length == 0) {
            return new Entries(new long[][] {row});
        }
        int at = Math.min(piece(row), pieces.length - 1);
        long[] before = pieces[at];
        int index = index(before, row) * WIDTH;
        long[] after = new long[before.length + WIDTH];
        System.arraycopy(before, 0, after, 0, index);
        System.arraycopy(row, 0, after, index, WIDTH);
        System.arraycopy(before, index, after, index + WIDTH, before.length - index);
        if (after.length <= MOST_ROWS * WIDTH) {
            long[][] changed = pieces.clone();
            changed[at] = after;
            return new Entries(changed);
        }
        int half = after.length / WIDTH / 2 * WIDTH;
        long[][] changed = new long[pieces.length + 1][];
        System.arraycopy(pieces, 0, changed, 0, at);
        changed[at] = Arrays.copyOf(after, half);
        changed[at + 1] = Arrays.copyOfRange(after, half, after.length);
        System.arraycopy(pieces, at + 1, changed, at + 2, pieces.length - at - 1);
        return new Entries(changed);
    }

    /**
     * With one less.
     *
     * @throws IllegalStateException if it is not there: an entry that was never added is about to be taken out
     */
    Entries minus(long arrived, long took, long limit) {
        long[] row = {arrived, took, limit};
        int at = piece(row);
        int index = at == pieces.length ? 0 : index(pieces[at], row) * WIDTH;
        if (at == pieces.length || !Arrays.equals(pieces[at], index, index + WIDTH, row, 0, WIDTH)) {
            throw new IllegalStateException("no such entry to take out");
        }
        long[] before = pieces[at];
        if (before.length == WIDTH) {
            long[][] changed = new long[pieces.length - 1][];
            System.arraycopy(pieces, 0, changed, 0, at);
            System.arraycopy(pieces, at + 1, changed, at, changed.length - at);
            return new Entries(changed);
        }
        long[] after = new long[before.length - WIDTH];
        System.arraycopy(before, 0, after, 0, index);
        System.arraycopy(before, index + WIDTH, after, index, after.length - index);
        long[][] changed = pieces.clone();
        changed[at] = after;
        return new Entries(changed);
    }

    /** Hands out those that arrived from one moment until before another, in order. */
    void forEach(long from, long to, Taker taker) {
        long[] first = {from, Long.MIN_VALUE, Long.MIN_VALUE};
        for (int at = piece(first); at < pieces.length; at++) {
            long[] piece = pieces[at];
            for (int i = index(piece, first) * WIDTH; i < piece.length; i += WIDTH) {
                if (piece[i] >= to) {
                    return;
                }
                taker.take(piece[i], piece[i + 1], piece[i + 2]);
            }
        }
    }

    /** The first piece that ends with the row or one behind it; the number of pieces if none does. */
    private int piece(long[] row) {
        int low = 0;
        int high = pieces.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(pieces[middle], pieces[middle].length - WIDTH, row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first row of the piece that is not before the row. */
    private static int index(long[] piece, long[] row) {
        int low = 0;
        int high = piece.length / WIDTH;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(piece, middle * WIDTH, row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(long[] piece, int at, long[] row) {
        for (int i = 0; i < WIDTH; i++) {
            int order = Long.compare(piece[at + i], row[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** All rows, one behind the other. */
    private long[] flat() {
        long[] all =
                new long[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (long[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    @Override
    public byte[] toBytes() {
        long[] all = flat();
        // Nothing takes more than ten bytes; mostly it is a quarter of that.
        byte[] bytes = new byte[all.length * 10];
        int end = 0;
        long arrived = 0;
        long limit = 0;
        for (int i = 0; i < all.length; i += WIDTH) {
            end = write(all[i] - arrived, bytes, end);
            end = write(all[i + 1], bytes, end);
            end = write(all[i + 2] - limit, bytes, end);
            arrived = all[i];
            limit = all[i + 2];
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. Small numbers are short, negative ones too. */
    private static int write(long value, byte[] into, int at) {
        int next = at;
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7FL) != 0) {
            into[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[next++] = (byte) rest;
        return next;
    }

    /** @throws IllegalArgumentException if that is not what {@link #toBytes} writes */
    static Entries of(byte[] bytes) {
        long[] all = new long[bytes.length];
        int size = 0;
        long value = 0;
        int shift = 0;
        for (byte part : bytes) {
            value |= (part & 0x7FL) << shift;
            shift += 7;
            if (part >= 0) {
                long difference = (value >>> 1) ^ -(value & 1);
                boolean isWhole = size % WIDTH == 1 || size < WIDTH;
                all[size] = isWhole ? difference : difference + all[size - WIDTH];
                size++;
                value = 0;
                shift = 0;
            }
        }
        if (shift != 0 || size % WIDTH != 0) {
            throw new IllegalArgumentException("these are no entries: " + bytes.length + " bytes");
        }
        int inPiece = MOST_ROWS / 2 * WIDTH;
        long[][] pieces = new long[(size + inPiece - 1) / inPiece][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = Arrays.copyOfRange(all, i * inPiece, Math.min(size, (i + 1) * inPiece));
        }
        return new Entries(pieces);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Entries entries && sameRows(pieces, entries.pieces));
    }

    /** The same rows may be cut into other pieces; but most often one has grown out of the other, and they share nearly all. */
    @SuppressWarnings("ReferenceEquality") // a piece that both share needs no look
    private static boolean sameRows(long[][] one, long[][] other) {
        int i = 0;
        int j = 0;
        int inOne = 0;
        int inOther = 0;
        while (i < one.length && j < other.length) {
            if (inOne == 0 && inOther == 0 && one[i] == other[j]) {
                i++;
                j++;
                continue;
            }
            if (one[i][inOne++] != other[j][inOther++]) {
                return false;
            }
            if (inOne == one[i].length) {
                i++;
                inOne = 0;
            }
            if (inOther == other[j].length) {
                j++;
                inOther = 0;
            }
        }
        return i == one.length && j == other.length;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(flat());
    }

    @Override
    public String toString() {
        return Arrays.toString(flat());
    }
}
