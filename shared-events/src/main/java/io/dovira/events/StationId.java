package io.dovira.events;

/** A police station in a community. */
public record StationId(String value) {
    public StationId {
        value = Text.id("station id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "station-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
