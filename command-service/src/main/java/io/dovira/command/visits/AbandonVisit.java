package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** The visitor left while waiting; the visit ends. */
public record AbandonVisit(VisitId visit) implements LegCommand {}
