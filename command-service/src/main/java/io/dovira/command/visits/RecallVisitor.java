package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** Nobody came: the desk calls again. */
public record RecallVisitor(VisitId visit) implements LegCommand {}
