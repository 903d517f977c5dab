package io.dovira.events;

/** An office (branch, scope, location): a service place with desks and services. */
public record OfficeId(String value) {
    public OfficeId {
        value = Text.id("office id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "office-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
