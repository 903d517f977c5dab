package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** The leg is served; with it the visit ends. */
@StoredAs("visit.service-finished")
public record ServiceFinished(
        VisitId visit, int leg, @Nullable String outcome) implements VisitFact {}
