package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wrong entry set right; the original stays readable. {@code was} and {@code is} are the text form of the field. {@code policy} and {@code due}: the term that follows from another day 0; null if it does not change. */
@StoredAs("appeal.appeal-corrected")
public record AppealCorrected(
        AppealId appeal,
        String ofEventId,
        AppealField field,
        String was,
        String is,
        String reason,
        @Nullable StaffId approvedBy,
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
