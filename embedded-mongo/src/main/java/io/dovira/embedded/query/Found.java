package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document that a query found: its bytes, which an answer sends as they are, decoded afresh only for who must look inside. Not thread-safe. */
public final class Found {

    private final byte[] bson;
    private @Nullable Document document;

    Found(byte[] bson) {
        this.bson = bson;
    }

    /** A document that is not stored anywhere. */
    public static Found of(Document document) {
        return new Found(Bson.encode(document));
    }

    /** Whoever asks may change it: nobody else has it. */
    Document document() {
        Document decoded = document;
        if (decoded == null) {
            decoded = Bson.decode(bson);
            document = decoded;
        }
        return decoded;
    }

    /** Of its top-level fields those with these names. */
    Document only(Set<String> names) {
        return Bson.decode(bson, names);
    }

    int bytes() {
        return bson.length;
    }

    public void writeTo(ByteBuf out) {
        out.writeBytes(bson);
    }
}
