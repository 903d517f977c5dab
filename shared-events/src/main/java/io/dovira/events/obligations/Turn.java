package io.dovira.events.obligations;

import java.time.Instant;

/**
 * From here on the clock is another one: it was started, stopped, set going again, or has another limit.
 *
 * @param running false while a fact has stopped it
 * @param due last moment in time, as far as it was known then
 * @param policy the version that says so
 */
public record Turn(Instant at, boolean running, Instant due, String policy) {}
