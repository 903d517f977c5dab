package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import java.time.LocalDate;

/** An answered appeal is considered again, in a new round with its own term. */
@StoredAs("appeal.appeal-reopened")
public record AppealReopened(AppealId appeal, String reason, LocalDate dayZero, String policy, Instant due)
        implements AppealFact {
    public AppealReopened {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reopening needs a reason");
        }
    }
}
