package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The visitor left while waiting. */
@StoredAs("visit.visitor-abandoned")
public record VisitorAbandoned(VisitId visit, int leg) implements VisitFact {}
