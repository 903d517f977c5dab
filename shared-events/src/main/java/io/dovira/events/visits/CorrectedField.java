package io.dovira.events.visits;

/** What a correction may set right. Times are ISO 8601 instants. */
public enum CorrectedField {
    QUEUED_AT,
    CALLED_AT,
    STARTED_AT,
    ENDED_AT,
    SERVICE,
    DESK,
    STAFF;

    public boolean isTime() {
        return this == QUEUED_AT || this == CALLED_AT || this == STARTED_AT || this == ENDED_AT;
    }
}
