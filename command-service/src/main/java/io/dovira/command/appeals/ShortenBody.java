package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a shortened term. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ShortenTerm")
record ShortenBody(
        @Schema(description = "Last local day for the answer; required", example = "2026-03-20") @Nullable
        String until,

        @Schema(description = "Why; required, no personal data", example = "court hearing on 23 March") @Nullable
        String reason,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
