package io.dovira.embedded.query;

import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_ARRAY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_BOOLEAN;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DATA;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DECIMAL128;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DOUBLE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT32;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT64;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_JAVASCRIPT_CODE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_JAVASCRIPT_CODE_WITH_SCOPE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_MAX_KEY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_MIN_KEY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_NULL;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_OBJECT_ID;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_REGEX;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_SYMBOL;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_TIMESTAMP;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UNDEFINED;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTC_DATETIME;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTF8_STRING;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Documents as they lie in a table: plain BSON. Every decoding is a fresh document, so nobody shares a live one. */
final class Bson {

    private static final byte END = BsonConstants.TERMINATING_BYTE;

    private Bson() {}

    /** @throws MongoServerError 10334 above MongoDB's 16 MiB */
    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        int size = buffer.readableBytes();
        if (size > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "BSONObj size: " + size + " is invalid. Size must be between 0 and "
                            + BsonConstants.MAX_BSON_OBJECT_SIZE);
        }
        byte[] bytes = new byte[size];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Of the top-level fields only those with these names, in the order in which they are stored. */
    static Document decode(byte[] bytes, Set<String> names) {
        ByteBuf stored = Unpooled.wrappedBuffer(bytes);
        ByteBuf part = Unpooled.buffer(64);
        part.writeIntLE(0);
        stored.skipBytes(Integer.BYTES);
        while (true) {
            int start = stored.readerIndex();
            byte type = stored.readByte();
            if (type == END) {
                break;
            }
            String name = cString(stored);
            skipValue(type, stored);
            if (names.contains(name)) {
                part.writeBytes(bytes, start, stored.readerIndex() - start);
            }
        }
        part.writeByte(END);
        part.setIntLE(0, part.writerIndex());
        return BsonDecoder.decodeBson(part);
    }

    private static String cString(ByteBuf in) {
        String text = in.toString(in.readerIndex(), in.bytesBefore(END), StandardCharsets.UTF_8);
        in.skipBytes(in.bytesBefore(END) + 1);
        return text;
    }

    /** Lengths of https://bsonspec.org. */
    private static void skipValue(byte type, ByteBuf in) {
        switch (type) {
            case TYPE_DOUBLE, TYPE_UTC_DATETIME, TYPE_TIMESTAMP, TYPE_INT64 -> in.skipBytes(Long.BYTES);
            case TYPE_INT32 -> in.skipBytes(Integer.BYTES);
            case TYPE_BOOLEAN -> in.skipBytes(1);
            case TYPE_OBJECT_ID -> in.skipBytes(BsonConstants.LENGTH_OBJECTID);
            case TYPE_DECIMAL128 -> in.skipBytes(2 * Long.BYTES);
            case TYPE_UNDEFINED, TYPE_NULL, TYPE_MIN_KEY, TYPE_MAX_KEY -> {}
            case TYPE_UTF8_STRING, TYPE_JAVASCRIPT_CODE, TYPE_SYMBOL -> in.skipBytes(in.readIntLE());
            case TYPE_DATA -> in.skipBytes(in.readIntLE() + 1);
            // These lengths count themselves.
            case TYPE_EMBEDDED_DOCUMENT, TYPE_ARRAY, TYPE_JAVASCRIPT_CODE_WITH_SCOPE ->
                in.skipBytes(in.readIntLE() - Integer.BYTES);
            case TYPE_REGEX -> {
                cString(in);
                cString(in);
            }
            default -> throw new IllegalStateException("no BSON type " + type);
        }
    }
}
