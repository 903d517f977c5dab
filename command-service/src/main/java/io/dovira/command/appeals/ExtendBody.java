package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an extended term. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ExtendTerm")
record ExtendBody(
        @Schema(
                description = "Last local day for the answer, within what the law allows; required",
                example = "2026-04-16")
        @Nullable
        String until,

        @Schema(description = "Why; required, no personal data", example = "expert opinion is awaited") @Nullable
        String reason,

        @Schema(description = "When the applicant was told; required", example = "2026-03-30T09:00:00Z") @Nullable
        String toldAt,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
