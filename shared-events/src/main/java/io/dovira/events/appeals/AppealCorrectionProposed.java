package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import io.dovira.events.corrections.ProposedCorrection;

/** A correction that changes nothing until a second person has approved it. {@code number}: from 1 inside the appeal. */
@StoredAs("appeal.correction-proposed")
public record AppealCorrectionProposed(
        AppealId appeal,
        int number,
        String ofEventId,
        AppealField field,
        String was,
        String is,
        String reason,
        String proposedBy)
        implements AppealFact, ProposedCorrection {
    public AppealCorrectionProposed {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason");
        }
    }
}
