package io.dovira.events.visits;

import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody came (or phoned). {@code appointmentAt}: the booked time, absent for a walk-in. */
@StoredAs("visit.visitor-arrived")
public record VisitorArrived(
        VisitId visit,
        OfficeId office,
        Channel channel,
        @Nullable Instant appointmentAt) implements VisitFact {}
