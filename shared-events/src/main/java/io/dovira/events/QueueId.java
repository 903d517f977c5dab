package io.dovira.events;

/** An observed queue, unique inside its office. */
public record QueueId(String value) {
    public QueueId {
        value = Text.id("queue id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
