package io.dovira.eventstore.axon;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;

/** A stored event outside any aggregate, with its place. */
record TrackedData(TrackingToken trackingToken, StoredData data) implements TrackedEventData<Object> {

    @Override
    public String getEventIdentifier() {
        return data.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return data.getTimestamp();
    }

    @Override
    public SerializedObject<Object> getMetaData() {
        return data.getMetaData();
    }

    @Override
    public SerializedObject<Object> getPayload() {
        return data.getPayload();
    }
}
