package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** An open leg was closed without an outcome: nobody knows how it ended. It enters no average and is counted beside each; the actor says who closed it. */
@StoredAs("visit.visit-closed-by-system")
public record VisitClosedBySystem(VisitId visit, int leg, SystemCause cause) implements VisitFact {}
