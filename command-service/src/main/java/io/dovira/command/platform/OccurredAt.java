package io.dovira.command.platform;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/** When the fact in a message happened. */
public final class OccurredAt {
    static final String KEY = "occurredAt";

    private OccurredAt() {}

    /** A fact that is being recorded carries it in its metadata; one that was read from the log, as its timestamp. */
    public static Instant of(EventMessage<?> message) {
        return message.getMetaData().get(KEY) instanceof String text ? Instant.parse(text) : message.getTimestamp();
    }
}
