package io.dovira.events;

/** Something that others published about the police: a trust survey, or figures. */
public record PublicationId(String value) {
    public PublicationId {
        value = Text.id("publication id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "publication-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
