package io.dovira.events;

/** An imported case; globally unique because it starts with the name of its source. */
public record CaseId(String value) {
    public CaseId {
        value = Text.id("case id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "case-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
