package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** The term was extended, up to what {@code policy} allows. {@code toldAt}: when the applicant was told. */
@StoredAs("appeal.term-extended")
public record TermExtended(AppealId appeal, Instant due, String policy, String reason, Instant toldAt)
        implements AppealFact {
    public TermExtended {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("another term needs a reason");
        }
    }
}
