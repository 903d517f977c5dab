package io.dovira.command.visits;

import io.dovira.events.VisitId;
import io.dovira.events.visits.SystemCause;

/** Closes what is open since an earlier day and of which nobody knows how it ended; such a leg never enters an average. */
public record CloseVisit(VisitId visit, SystemCause cause) implements LegCommand {}
