package io.dovira.command.visits;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a correction. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "Correct")
record CorrectBody(
        @Schema(description = "Id of the event that told it wrong; required", example = "0199b1d4-90b2-7a61") @Nullable
        String ofEvent,

        @Schema(description = "Number of the leg; required", example = "1") @Nullable
        Integer leg,

        @Schema(
                description = "QUEUED_AT, CALLED_AT, STARTED_AT, ENDED_AT, SERVICE, DESK or STAFF; required",
                example = "CALLED_AT")
        @Nullable
        String field,

        @Schema(description = "What it says now, times in ISO 8601; required", example = "2026-03-02T08:47:00Z")
        @Nullable
        String was,

        @Schema(description = "What it should say; required", example = "2026-03-02T08:40:00Z") @Nullable
        String is,

        @Schema(description = "Why; required, no personal data", example = "typed after the visitor had sat down")
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
