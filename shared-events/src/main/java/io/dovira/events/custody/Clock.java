package io.dovira.events.custody;

import java.time.Instant;

/**
 * The limit of a duty that began at a moment, as the record was told it.
 *
 * @param from when the duty began
 * @param dueAt last moment in time
 * @param policy id and version
 */
public record Clock(Duty duty, Instant from, Instant dueAt, String policy) {}
