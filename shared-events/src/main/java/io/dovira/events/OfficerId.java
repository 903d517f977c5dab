package io.dovira.events;

/** A community officer, by pseudonym; never a name. */
public record OfficerId(String value) {
    public OfficerId {
        value = Text.id("officer id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "officer-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
