package io.dovira.events.custody;

import java.time.Instant;

/** A phase of a stay and when it began. */
public record PhaseSince(Phase phase, Instant since) {}
