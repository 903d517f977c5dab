package io.dovira.embedded.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one group change, in the order in which they change it, as one record of the {@link Journal}. Filled by commands that
 * run side by side; the changes of one key come from one command at a time.
 *
 * <pre>
 *   0       4      8         16
 *   length | crc  | version | table | length, key | length, value | table | ...
 *                             a removal has the length -1 and no value
 * </pre>
 *
 * {@code length} counts what follows the header; {@code crc} covers version and changes.
 */
final class Effects {

    static final int HEADER = 2 * Integer.BYTES + Long.BYTES;
    private static final int VERSION = 2 * Integer.BYTES;
    private static final int USUAL_BYTES = 1 << 16;
    private static final int KEPT_BYTES = 8 << 20;

    /** Above this a group is not worth writing twice: it is committed to the store. */
    private static final int MOST_BYTES = 64 << 20;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL_BYTES).position(HEADER);

    /** Receives the changes of a record, in order. */
    interface Change {
        void made(int table, byte[] key, byte @Nullable [] value);
    }

    /** Returns false when the group has become too large to be kept here. */
    synchronized boolean add(int table, byte[] key, byte @Nullable [] value) {
        int length = 3 * Integer.BYTES + key.length + (value == null ? 0 : value.length);
        if (bytes.position() + length > MOST_BYTES) {
            return false;
        }
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + length));
            bytes = larger.put(bytes.flip());
        }
        bytes.putInt(table).putInt(key.length).put(key);
        if (value == null) {
            bytes.putInt(-1);
        } else {
            bytes.putInt(value.length).put(value);
        }
        return true;
    }

    synchronized boolean isEmpty() {
        return bytes.position() == HEADER;
    }

    /** The record, ready to be written. */
    synchronized ByteBuffer record(long version) {
        ByteBuffer record = bytes.duplicate().flip();
        record.putInt(0, record.limit() - HEADER).putLong(VERSION, version).putInt(Integer.BYTES, crc(record));
        return record;
    }

    synchronized void clear() {
        bytes = bytes.capacity() > KEPT_BYTES
                ? ByteBuffer.allocate(USUAL_BYTES).position(HEADER)
                : bytes.clear().position(HEADER);
    }

    static int lengthOf(ByteBuffer header) {
        return header.getInt(0);
    }

    static long versionOf(ByteBuffer record) {
        return record.getLong(VERSION);
    }

    static boolean whole(ByteBuffer record) {
        return record.getInt(Integer.BYTES) == crc(record);
    }

    static void forEach(ByteBuffer record, Change change) {
        ByteBuffer changes = record.duplicate().position(HEADER);
        while (changes.hasRemaining()) {
            int table = changes.getInt();
            byte[] key = take(changes, changes.getInt());
            int length = changes.getInt();
            change.made(table, key, length < 0 ? null : take(changes, length));
        }
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static int crc(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.duplicate().position(VERSION));
        return (int) crc.getValue();
    }
}
