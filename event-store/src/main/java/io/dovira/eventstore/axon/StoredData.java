package io.dovira.eventstore.axon;

import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.bson.BsonString;

/** A stored event as Axon wants to see it, not decoded yet. */
record StoredData(StoredEvent event, SerializedObject<?> payload, SerializedObject<?> metaData)
        implements DomainEventData<Object> {

    private static final BsonString NO_TYPE = new BsonString("");

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return event.occurredAt();
    }

    @Override
    @SuppressWarnings("unchecked") // Axon looks at the content type and at nothing else.
    public SerializedObject<Object> getMetaData() {
        return (SerializedObject<Object>) metaData;
    }

    @Override
    @SuppressWarnings("unchecked")
    public SerializedObject<Object> getPayload() {
        return (SerializedObject<Object>) payload;
    }

    /** Empty for what was recorded without Axon, such as an import. */
    @Override
    public String getType() {
        return event.meta().getString(Meta.AGGREGATE_TYPE, NO_TYPE).getValue();
    }

    @Override
    public String getAggregateIdentifier() {
        return event.stream();
    }

    @Override
    public long getSequenceNumber() {
        return event.sequence();
    }
}
