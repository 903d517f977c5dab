package io.dovira.events.visits;

import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The second person said no. */
@StoredAs("visit.correction-rejected")
public record VisitCorrectionRejected(VisitId visit, int number, String reason) implements VisitFact {
    public VisitCorrectionRejected {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rejection needs a reason");
        }
    }
}
