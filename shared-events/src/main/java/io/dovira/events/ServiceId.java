package io.dovira.events;

/** An item of the service catalogue. */
public record ServiceId(String value) {
    public ServiceId {
        value = Text.id("service id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
