package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import io.dovira.events.corrections.ProposedCorrection;

/** A correction that changes nothing until a second person has approved it. {@code number}: from 1 inside the visit. */
@StoredAs("visit.correction-proposed")
public record VisitCorrectionProposed(
        VisitId visit,
        int number,
        String ofEventId,
        int leg,
        CorrectedField field,
        String was,
        String is,
        String reason,
        String proposedBy)
        implements VisitFact, ProposedCorrection {
    public VisitCorrectionProposed {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason");
        }
    }

    @Override
    public Integer ofLeg() {
        return leg;
    }
}
