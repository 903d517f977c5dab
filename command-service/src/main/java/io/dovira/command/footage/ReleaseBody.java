package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a release. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ReleaseHold")
record ReleaseBody(
        @Schema(description = "Required", example = "inquiry-17") @Nullable
        String hold,

        @Schema(description = "Up to 500 characters, no personal data; required", example = "the inquiry is closed")
        @Nullable
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
