package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import java.time.Instant;

/**
 * A fact to be recorded outside the command bus.
 *
 * @param eventId names it for ever; recording the same id at the same place twice records it once. See {@link EventIds}
 * @param occurredAt when it happened; kept to the millisecond
 */
public record NewFact(String eventId, Instant occurredAt, Fact fact, Meta meta) {}
