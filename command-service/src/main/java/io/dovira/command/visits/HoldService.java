package io.dovira.command.visits;

import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** Service pauses; the desk stays engaged. */
public record HoldService(VisitId visit, @Nullable String reason) implements LegCommand {}
