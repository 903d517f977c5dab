package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** Called, and nobody came; the visit ends. */
public record MarkNoShow(VisitId visit) implements LegCommand {}
