package io.dovira.events;

import java.time.Duration;
import java.time.Instant;

/**
 * A fact as it stands in the log.
 *
 * @param position global position, dense from 1, the commit order
 * @param eventId unique id of the event
 * @param stream the stream that it belongs to
 * @param sequence its place in the stream, from 0
 * @param occurredAt when it happened
 * @param recordedAt when it was learnt; never decreases from one position to the next
 * @param meta who, on what behalf and where
 * @param fact what happened
 */
public record Recorded<F extends Fact>(
        long position,
        String eventId,
        String stream,
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        Meta meta,
        F fact) {

    /** How long after it happened it was recorded; negative when a clock ran ahead. */
    public Duration recordLag() {
        return Duration.between(occurredAt, recordedAt);
    }
}
