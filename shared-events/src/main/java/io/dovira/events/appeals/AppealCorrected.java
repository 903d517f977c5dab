package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A wrong entry set right; the original stays readable.
 *
 * @param was text form of the field, like {@code is}
 * @param proposal number of what was proposed; null if it needed no second person
 * @param approvedBy pseudonym of the second person: an account of its own since revision 2, before that a name that the first one gave
 * @param dayZero like {@code policy} and {@code due}, of the term that follows from another day 0; null if it does not change
 */
@StoredAs(value = "appeal.appeal-corrected", revision = 2)
public record AppealCorrected(
        AppealId appeal,
        String ofEventId,
        AppealField field,
        String was,
        String is,
        String reason,
        @Nullable Integer proposal,
        @Nullable String approvedBy,
        @Nullable LocalDate dayZero,
        @Nullable String policy,
        @Nullable Instant due)
        implements AppealFact {
    public AppealCorrected {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason");
        }
    }
}
