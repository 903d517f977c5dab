package io.dovira.events;

/** The lifetime of one ticket, from the queue to the last service. */
public record VisitId(String value) {
    public VisitId {
        value = Text.id("visit id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "visit-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
