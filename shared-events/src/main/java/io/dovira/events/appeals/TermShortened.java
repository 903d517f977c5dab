package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** The term was shortened at the applicant's reasoned request. */
@StoredAs("appeal.term-shortened")
public record TermShortened(AppealId appeal, Instant due, String reason) implements AppealFact {
    public TermShortened {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("another term needs a reason");
        }
    }
}
