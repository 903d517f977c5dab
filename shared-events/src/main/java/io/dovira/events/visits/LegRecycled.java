package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** Called but not come: back to the queue instead of a no-show; the wait goes on. */
@StoredAs("visit.leg-recycled")
public record LegRecycled(VisitId visit, int leg) implements VisitFact {}
