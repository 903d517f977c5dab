package io.dovira.events;

/** One segment of footage: what one camera recorded from one time to another. */
public record FootageId(String value) {
    public FootageId {
        value = Text.id("footage id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "footage-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
