package io.dovira.events;

/** One appeal (звернення): a proposal, an application or a complaint. */
public record AppealId(String value) {
    public AppealId {
        value = Text.id("appeal id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "appeal-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
