package io.dovira.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends BSON values to a byte string such that comparing the strings as unsigned bytes compares the values in MongoDB's
 * order. Every value is self-delimiting, so values can be put one after another, each ascending or descending.
 *
 * <pre>
 *   {a: "x", b: 7}, index {a: 1, b: -1}
 *   20 'x' 00 01 | E3 3F E3 ... FF FF       string "x", its end | number 7, every bit turned
 * </pre>
 *
 * Numbers of all types are one kind: the largest double not above the value, then what is missing to the value. A string is
 * UTF-8 with 00 written as 00 FF, and ends in 00 01. No key is the beginning of another. A tag is never FF and nothing
 * begins with FF FF, hence prefix + FF FF lies behind every key that continues prefix.
 */
public final class KeyEncoder {

    private static final byte END = 0x00;
    /** A zero within a text and the end of a text both begin with 00; this tells the end, the next tells the zero. */
    private static final byte TEXT_END = 0x01;

    private static final byte ZERO_WITHIN = (byte) 0xFF;
    /** Above this a long loses digits as a double. The rest below the next double is less than 2048. */
    private static final double TWO_TO_63 = 0x1p63;

    private byte[] bytes = new byte[64];
    private int length;

    /** How many bytes at the end of a string's key only say that it ends. */
    public static final int TEXT_END_LENGTH = 2;

    /** What makes a prefix lie behind every key that continues it. */
    public static byte[] behind() {
        return new byte[] {(byte) 0xFF, (byte) 0xFF};
    }

    /** The ascending key of one value; null and {@link Missing} are the same. */
    public static byte[] of(@Nullable Object value) {
        return new KeyEncoder().append(value, true).toBytes();
    }

    /** The first byte of every key of this value's kind; the byte after it starts no kind. */
    public static byte tag(@Nullable Object value) {
        return Kind.of(value).tag();
    }

    /**
     * Appends one value.
     *
     * @throws BadValueException for a Decimal128 that no double equals; it cannot be ordered among doubles here
     */
    public KeyEncoder append(@Nullable Object value, boolean ascending) {
        int start = length;
        tagged(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return this;
    }

    /** Appends bytes that are a key already. */
    public KeyEncoder append(byte... key) {
        ensure(key.length);
        System.arraycopy(key, 0, bytes, length, key.length);
        length += key.length;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void tagged(@Nullable Object value) {
        Kind kind = Kind.of(value);
        write(kind.tag());
        body(kind, value);
    }

    private void body(Kind kind, @Nullable Object value) {
        switch (kind) {
            case MIN_KEY, UNDEFINED, NULL, MAX_KEY -> {}
            case NUMBER -> number((Number) present(value));
            case STRING -> text((String) present(value));
            case DOCUMENT -> document((Map<?, ?>) present(value));
            case ARRAY -> array((Collection<?>) present(value));
            case BINARY -> binary(present(value));
            case OBJECT_ID -> append(((ObjectId) present(value)).toByteArray());
            case BOOLEAN -> write((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
            case DATE -> writeLong(((Instant) present(value)).toEpochMilli() ^ Long.MIN_VALUE);
            case TIMESTAMP -> writeLong(((BsonTimestamp) present(value)).getValue());
            case REGEX -> {
                BsonRegularExpression regex = (BsonRegularExpression) present(value);
                text(regex.getPattern());
                text(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case CODE -> text(((BsonJavaScript) present(value)).getCode());
        }
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("a kind with a body has a value");
        }
        return value;
    }

    private void number(Number number) {
        if (number instanceof Decimal128 decimal) {
            exactly(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            parts(number.doubleValue(), 0);
        } else {
            long value = number.longValue();
            double floor = (double) value;
            if (floor >= TWO_TO_63 || (long) floor > value) {
                floor = Math.nextDown(floor);
            }
            parts(floor, (int) (value - (long) floor));
        }
    }

    private void exactly(Decimal128 decimal) {
        double value = decimal.doubleValue();
        if (!Double.isNaN(value) && !Double.isInfinite(value)) {
            BigDecimal exact = decimal.toBigDecimal();
            if (exact.signum() != 0 && new BigDecimal(value).compareTo(exact) != 0) {
                throw new BadValueException(
                        "Decimal128 " + exact + " equals no double; this server cannot put it into an index", false);
            }
        }
        parts(value, 0);
    }

    /** The bits of a double sort like a signed number once the negative ones are turned; NaN comes before all others. */
    private void parts(double floor, int rest) {
        long bits = Double.doubleToLongBits(floor == 0 ? 0.0 : floor);
        writeLong(Double.isNaN(floor) ? 0 : bits ^ (bits < 0 ? -1L : Long.MIN_VALUE));
        write((byte) (rest >>> 8));
        write((byte) rest);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ensure(2 * utf8.length);
        for (byte b : utf8) {
            bytes[length++] = b;
            if (b == END) {
                bytes[length++] = ZERO_WITHIN;
            }
        }
        write(END);
        write(TEXT_END);
    }

    private void document(Map<?, ?> document) {
        for (Map.Entry<?, ?> field : document.entrySet()) {
            Kind kind = Kind.of(field.getValue());
            write(kind.tag());
            text((String) field.getKey());
            body(kind, field.getValue());
        }
        write(END);
    }

    private void array(Collection<?> array) {
        for (Object element : array) {
            tagged(element);
        }
        write(END);
    }

    /** BSON orders binary by length, then subtype, then bytes. */
    private void binary(Object value) {
        byte[] data = switch (value) {
            case UUID uuid -> uuidBytes(uuid);
            case LegacyUUID uuid -> uuidBytes(uuid.getUuid());
            default -> ((BinData) value).getData();
        };
        byte subtype = (byte) (value instanceof UUID ? 4 : value instanceof LegacyUUID ? 3 : 0);
        append(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        write(subtype);
        append(data);
    }

    private static byte[] uuidBytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private void writeLong(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            write((byte) (value >>> shift));
        }
    }

    private void write(byte b) {
        ensure(1);
        bytes[length++] = b;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** The kinds in MongoDB's order of types. The tags are stored; tag + 1 starts no kind. */
    private enum Kind {
        MIN_KEY(0x10, MinKey.class),
        UNDEFINED(0x14, Undefined.class),
        NULL(0x18, Missing.class),
        NUMBER(0x1C, Number.class),
        STRING(0x20, String.class),
        DOCUMENT(0x24, Map.class),
        ARRAY(0x28, Collection.class),
        BINARY(0x2C, BinData.class),
        OBJECT_ID(0x30, ObjectId.class),
        BOOLEAN(0x34, Boolean.class),
        DATE(0x38, Instant.class),
        TIMESTAMP(0x3C, BsonTimestamp.class),
        REGEX(0x40, BsonRegularExpression.class),
        CODE(0x44, BsonJavaScript.class),
        MAX_KEY(0x48, MaxKey.class);

        private static final ClassValue<Kind> BY_CLASS = new ClassValue<>() {
            @Override
            protected Kind computeValue(Class<?> type) {
                if (type == UUID.class || type == LegacyUUID.class) {
                    return BINARY;
                }
                return Stream.of(values())
                        .filter(kind -> kind.type.isAssignableFrom(type))
                        .findFirst()
                        .orElseThrow(() -> new BadValueException("no order is known for " + type));
            }
        };

        private final byte tag;
        private final Class<?> type;

        Kind(int tag, Class<?> type) {
            this.tag = (byte) tag;
            this.type = type;
        }

        byte tag() {
            return tag;
        }

        static Kind of(@Nullable Object value) {
            return value == null ? NULL : BY_CLASS.get(value.getClass());
        }
    }
}
