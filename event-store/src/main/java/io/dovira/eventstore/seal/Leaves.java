package io.dovira.eventstore.seal;

import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import java.nio.ByteBuffer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** What is sealed of an event that the log has read. */
public final class Leaves {

    private Leaves() {}

    public static Leaf of(StoredEvent event) {
        return new Leaf(
                event.position(),
                event.recordedAt(),
                event.occurredAt(),
                event.sequence(),
                event.revision(),
                event.id(),
                event.type(),
                event.stream(),
                event.tags(),
                digest(event.payload()),
                digest(event.meta()));
    }

    /**
     * Of the bytes as they are stored: the log hands out slices of what it has read. Only meta that is absent is a document of its own, the
     * empty one; and BSON has one encoding of a document whose fields are in order, so encoding it gives what the verifier takes.
     */
    private static Hash digest(BsonDocument document) {
        RawBsonDocument raw = document instanceof RawBsonDocument stored
                ? stored
                : new RawBsonDocument(document, new BsonDocumentCodec());
        return Hash.sha256(ByteBuffer.wrap(raw.getBackingArray(), raw.getByteOffset(), raw.getByteLength()));
    }
}
