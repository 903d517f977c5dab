package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** An open leg was closed by the system, not by a person; it never enters an average. */
@StoredAs("visit.visit-closed-by-system")
public record VisitClosedBySystem(VisitId visit, int leg, SystemCause cause) implements VisitFact {}
