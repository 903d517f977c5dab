package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an explanation. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ExplainFlaw")
record ExplainBody(
        @Schema(description = "GAP or INTEGRITY: every one of it that stands open; required", example = "GAP") @Nullable
        String flaw,

        @Schema(
                description = "How it came to it and what was done; up to 500 characters, no personal data; required",
                example = "power cut in the building; the recorder has a battery now")
        @Nullable
        String explanation,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
