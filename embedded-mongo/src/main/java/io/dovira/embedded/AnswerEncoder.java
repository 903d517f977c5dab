package io.dovira.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.dovira.embedded.query.Found;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes answers as OP_MSG; documents that a query found go out as they are stored, without being decoded and encoded again. */
final class AnswerEncoder extends MessageToByteEncoder<MongoMessage> {

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage answer, ByteBuf out) {
        try {
            write(answer, out);
        } catch (RuntimeException e) {
            // The last handler ends the connection: a client that gets no answer would wait for ever.
            context.fireExceptionCaught(e);
        }
    }

    private static void write(MongoMessage answer, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        out.writeIntLE(answer.getHeader().getRequestID());
        out.writeIntLE(answer.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(answer.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        write(answer.getDocument(), out);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void write(Document document, ByteBuf out) {
        int start = begin(out);
        for (Map.Entry<String, Object> field : document.entrySet()) {
            write(field.getKey(), field.getValue(), out);
        }
        end(start, out);
    }

    private static void write(List<?> list, ByteBuf out) {
        int start = begin(out);
        for (int i = 0; i < list.size(); i++) {
            write(Integer.toString(i), list.get(i), out);
        }
        end(start, out);
    }

    private static void write(String name, Object value, ByteBuf out) {
        byte type = value instanceof Found ? BsonConstants.TYPE_EMBEDDED_DOCUMENT : BsonEncoder.determineType(value);
        out.writeByte(type);
        out.writeCharSequence(name, StandardCharsets.UTF_8);
        out.writeByte(BsonConstants.STRING_TERMINATION);
        if (value instanceof Found found) {
            found.writeTo(out);
        } else if (value instanceof Document document) {
            write(document, out);
        } else if (value instanceof List<?> list) {
            write(list, out);
        } else {
            BsonEncoder.encodeValue(type, value, out);
        }
    }

    private static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
