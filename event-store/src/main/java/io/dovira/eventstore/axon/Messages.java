package io.dovira.eventstore.axon;

import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Axon's messages as events of the log, and back.
 *
 * <p>A serializer that can write BSON documents (ours) is stored natively. Of any other the bytes are stored as binary, and then the place in
 * the log is not added to the metadata, which is that serializer's own. A message outside any aggregate becomes a stream of its own, named by
 * its id.
 */
final class Messages {

    static final long NO_POSITION = 0;

    private static final String BYTES = "bytes";

    private final Serializer serializer;
    private final boolean asDocuments;

    Messages(Serializer serializer) {
        this.serializer = serializer;
        this.asDocuments = serializer.canSerializeTo(BsonDocument.class);
    }

    NewEvent toEvent(EventMessage<?> message) {
        String stream = message.getIdentifier();
        long sequence = 0;
        BsonDocument meta = Meta.stored(message.getMetaData());
        if (message instanceof DomainEventMessage<?> domain) {
            stream = domain.getAggregateIdentifier();
            sequence = domain.getSequenceNumber();
            if (domain.getType() != null) {
                meta.append(Meta.AGGREGATE_TYPE, new BsonString(domain.getType()));
            }
        }
        SerializedObject<?> payload = asDocuments
                ? message.serializePayload(serializer, BsonDocument.class)
                : message.serializePayload(serializer, byte[].class);
        return new NewEvent(
                eventId(message),
                payload.getType().getName(),
                Revision.number(payload.getType().getRevision()),
                stream,
                sequence,
                occurredAt(message),
                List.of(),
                document(payload.getData()),
                meta);
    }

    StoredData toData(StoredEvent event) {
        return new StoredData(event, payload(event), metaData(event));
    }

    TrackedEventData<?> toTracked(StoredEvent event) {
        StoredData data = toData(event);
        var token = new GlobalSequenceTrackingToken(event.position());
        boolean outsideAnyAggregate = event.sequence() == 0 && event.stream().equals(event.id());
        return outsideAnyAggregate ? new TrackedData(token, data) : new TrackedDomainEventData<>(token, data);
    }

    private static String eventId(EventMessage<?> message) {
        Object given = message.getMetaData().get(Meta.EVENT_ID);
        return given == null ? message.getIdentifier() : given.toString();
    }

    private static Instant occurredAt(EventMessage<?> message) {
        Object given = message.getMetaData().get(Meta.OCCURRED_AT);
        return given == null ? message.getTimestamp() : Instant.parse(given.toString());
    }

    private static BsonDocument document(Object data) {
        return data instanceof BsonDocument document
                ? document
                : new BsonDocument(BYTES, new BsonBinary((byte[]) data));
    }

    private SerializedObject<?> payload(StoredEvent event) {
        String revision = Revision.text(event.revision());
        return asDocuments
                ? new SimpleSerializedObject<>(event.payload(), BsonDocument.class, event.type(), revision)
                : new SimpleSerializedObject<>(
                        event.payload().getBinary(BYTES).getData(), byte[].class, event.type(), revision);
    }

    private SerializedObject<?> metaData(StoredEvent event) {
        if (!asDocuments) {
            byte[] bytes = serializer
                    .serialize(Meta.metaData(event.meta()), byte[].class)
                    .getData();
            return new SerializedMetaData<>(bytes, byte[].class);
        }
        BsonDocument meta = new BsonDocument();
        meta.putAll(event.meta());
        if (event.position() != NO_POSITION) {
            meta.append(Meta.POSITION, new BsonString(Long.toString(event.position())));
            meta.append(Meta.RECORDED_AT, new BsonString(event.recordedAt().toString()));
        }
        return new SerializedMetaData<>(meta, BsonDocument.class);
    }
}
