package io.dovira.command.visits;

import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** The visitor is served; the visit ends. */
public record FinishService(VisitId visit, @Nullable String outcome) implements LegCommand {}
