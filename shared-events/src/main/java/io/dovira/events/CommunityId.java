package io.dovira.events;

/** A territorial community that a community officer can be assigned to. */
public record CommunityId(String value) {
    public CommunityId {
        value = Text.id("community id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "community-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
