package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * A wrong entry set right: the original stays readable. {@code was} and {@code is} are the text form of the field (ISO 8601 for times).
 *
 * @param proposal number of what was proposed; null if it needed no second person
 * @param proposedBy pseudonym of the first person; null if it needed no second one
 * @param approvedBy pseudonym of the second person: an account of its own since revision 2, before that a name that the first one gave
 */
@StoredAs(value = "visit.visit-corrected", revision = 2)
public record VisitCorrected(
        VisitId visit,
        String ofEventId,
        int leg,
        CorrectedField field,
        String was,
        String is,
        String reason,
        @Nullable Integer proposal,
        @Nullable String proposedBy,
        @Nullable String approvedBy)
        implements VisitFact {
    public VisitCorrected {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason");
        }
    }
}
