package io.dovira.eventstore.axon;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/**
 * Where and when a message was recorded; its timestamp is when it happened. Handlers may also take
 * {@code @MetaDataValue("position")} and {@code @MetaDataValue("recordedAt")}, both texts.
 */
public record LogPlace(long position, Instant recordedAt) {

    /** The place of a message that was read from the log; empty for one that was not recorded yet. */
    public static Optional<LogPlace> of(EventMessage<?> message) {
        return message.getMetaData().get(Meta.POSITION) instanceof String position
                        && message.getMetaData().get(Meta.RECORDED_AT) instanceof String recordedAt
                ? Optional.of(new LogPlace(Long.parseLong(position), Instant.parse(recordedAt)))
                : Optional.empty();
    }
}
