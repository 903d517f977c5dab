package io.dovira.events.appeals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock of a term stands still.
 *
 * @param until null while it does
 */
public record Pause(Instant from, @Nullable Instant until) {}
