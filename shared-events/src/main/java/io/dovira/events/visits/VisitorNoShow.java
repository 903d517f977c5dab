package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** Called, and nobody came. */
@StoredAs("visit.visitor-no-show")
public record VisitorNoShow(VisitId visit, int leg) implements VisitFact {}
