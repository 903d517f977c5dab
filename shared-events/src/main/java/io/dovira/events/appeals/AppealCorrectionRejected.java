package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;

/** The second person said no. */
@StoredAs("appeal.correction-rejected")
public record AppealCorrectionRejected(AppealId appeal, int number, String reason) implements AppealFact {
    public AppealCorrectionRejected {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rejection needs a reason");
        }
    }
}
