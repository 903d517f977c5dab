package io.dovira.events.footage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason to keep a segment whatever its retention says. */
public record Hold(String id, HoldGround ground, @Nullable String reference, Instant since) {}
