package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** The visitor has come to the desk that called. */
public record StartService(VisitId visit) implements LegCommand {}
