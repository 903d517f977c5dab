package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** Service pauses, for example while a form is filled. */
@StoredAs("visit.service-held")
public record ServiceHeld(VisitId visit, int leg, @Nullable String reason) implements VisitFact {}
