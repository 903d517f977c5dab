package io.dovira.eventstore.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes over the elements of one stored document and tells where their values are, without decoding them. Lengths are those of
 * <a href="https://bsonspec.org">BSON</a>; what does not keep to it ends in an {@link IndexOutOfBoundsException}.
 */
final class Elements {

    static final byte STRING = 0x02;
    static final byte DOCUMENT = 0x03;
    static final byte ARRAY = 0x04;
    static final byte DATE_TIME = 0x09;
    static final byte INT32 = 0x10;
    static final byte INT64 = 0x12;

    private static final long EACH_LOWEST = 0x0101_0101_0101_0101L;
    private static final long EACH_HIGHEST = 0x8080_8080_8080_8080L;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int next;
    private int nameAt;
    private long name;
    private byte type;
    private int value;

    Elements(byte[] bytes, int document) {
        this.bytes = bytes;
        this.next = document + Integer.BYTES;
    }

    /** Goes to the next element; false at the end. */
    boolean next() {
        int at = next;
        type = bytes[at++];
        if (type == 0) {
            return false;
        }
        nameAt = at;
        value = behindName(at);
        next = value + length(type, value);
        return true;
    }

    /** Eight letters at a time: this is done for each element of each event that anybody reads. */
    private int behindName(int at) {
        if (at > bytes.length - Long.BYTES) {
            return behindShortName(at);
        }
        long eight = longAt(bytes, at);
        // The lowest bit that is set belongs to the first byte that is 0.
        long zeros = (eight - EACH_LOWEST) & ~eight & EACH_HIGHEST;
        if (zeros != 0) {
            int bits = Long.numberOfTrailingZeros(zeros) & -Byte.SIZE;
            name = eight & ((1L << bits) - 1);
            return at + bits / Byte.SIZE + 1;
        }
        name = eight;
        int end = at + Long.BYTES;
        while (bytes[end] != 0) {
            end++;
        }
        return end + 1;
    }

    /** So near to the end of the bytes that there is no room for a long one. */
    private int behindShortName(int at) {
        long packed = 0;
        int end = at;
        for (; bytes[end] != 0; end++) {
            packed |= (bytes[end] & 0xFFL) << ((end - at) * Byte.SIZE);
        }
        name = packed;
        return end + 1;
    }

    /** The name of the element, as {@link #packed}: its first eight letters, so longer names may look alike. */
    long name() {
        return name;
    }

    /** The whole name. */
    String text() {
        return new String(bytes, nameAt, value - 1 - nameAt, StandardCharsets.UTF_8);
    }

    /** Where the value begins; 0 if it is not of the type. */
    int value(byte wanted) {
        return type == wanted ? value : 0;
    }

    /** The first eight letters of a name as one number. */
    static long packed(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        return longAt(Arrays.copyOf(letters, Long.BYTES), 0);
    }

    static int intAt(byte[] bytes, int value) {
        return (int) INT.get(bytes, value);
    }

    static long longAt(byte[] bytes, int value) {
        return (long) LONG.get(bytes, value);
    }

    static String stringAt(byte[] bytes, int value) {
        return new String(bytes, value + Integer.BYTES, intAt(bytes, value) - 1, StandardCharsets.UTF_8);
    }

    private int length(byte ofType, int at) {
        return switch (ofType) {
            case INT32 -> Integer.BYTES;
            case INT64, DATE_TIME, 0x01, 0x11 -> Long.BYTES;
            case STRING, 0x0D, 0x0E -> Integer.BYTES + counted(at, 1);
            case DOCUMENT, ARRAY, 0x0F -> counted(at, Integer.BYTES + 1);
            case 0x05 -> Integer.BYTES + 1 + counted(at, 0);
            case 0x06, 0x0A, -1, 0x7F -> 0;
            case 0x07 -> 12;
            case 0x08 -> 1;
            case 0x0B -> texts(at);
            case 0x0C -> Integer.BYTES + counted(at, 1) + 12;
            case 0x13 -> 2 * Long.BYTES;
            default -> throw new IndexOutOfBoundsException("no BSON type " + ofType);
        };
    }

    private int counted(int at, int least) {
        int length = intAt(bytes, at);
        if (length < least || length > bytes.length - at) {
            throw new IndexOutOfBoundsException("a value of " + length + " bytes");
        }
        return length;
    }

    /** A regular expression: two texts, each with a zero behind it. */
    private int texts(int at) {
        int end = at;
        for (int zeros = 0; zeros < 2; end++) {
            zeros += bytes[end] == 0 ? 1 : 0;
        }
        return end - at;
    }
}
