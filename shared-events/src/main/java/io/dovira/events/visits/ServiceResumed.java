package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** Service goes on after a hold. */
@StoredAs("visit.service-resumed")
public record ServiceResumed(VisitId visit, int leg) implements VisitFact {}
