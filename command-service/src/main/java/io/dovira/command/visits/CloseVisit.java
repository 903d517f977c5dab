package io.dovira.command.visits;

import io.dovira.events.VisitId;
import io.dovira.events.visits.SystemCause;

/** The system, not a person, closes what is open; such a leg never enters an average. */
public record CloseVisit(VisitId visit, SystemCause cause) implements LegCommand {}
