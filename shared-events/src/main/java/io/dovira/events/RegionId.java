package io.dovira.events;

/** A region or territorial community that offices belong to. */
public record RegionId(String value) {
    public RegionId {
        value = Text.id("region id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
