package io.dovira.events;

/** A rule with versions: a legal limit, a target, a threshold. */
public record PolicyId(String value) {
    public PolicyId {
        value = Text.id("policy id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "policy-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
