package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** A wrong entry set right: the original stays readable. {@code was} and {@code is} are the text form of the field (ISO 8601 for times). */
@StoredAs("visit.visit-corrected")
public record VisitCorrected(
        VisitId visit,
        String ofEventId,
        int leg,
        CorrectedField field,
        String was,
        String is,
        String reason,
        @Nullable String approvedBy)
        implements VisitFact {
    public VisitCorrected {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason");
        }
    }
}
