package io.dovira.events;

/** One stay in custody of one person: one record. */
public record CustodyId(String value) {
    public CustodyId {
        value = Text.id("custody id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "custody-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
