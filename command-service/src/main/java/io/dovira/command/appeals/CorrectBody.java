package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a correction. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "CorrectAppeal")
record CorrectBody(
        @Schema(description = "Id of the event that told it wrong; required", example = "0199b1da-90b2-7a61") @Nullable
        String ofEvent,

        @Schema(
                description =
                        "RECEIVED_AT, ANSWERED_AT, OUTCOME, CHANNEL, KIND, TOPIC, APPLICANT or BENEFIT_HOLDER; required",
                example = "RECEIVED_AT")
        @Nullable
        String field,

        @Schema(
                description = "What it says now, times in ISO 8601, empty for nothing; required",
                example = "2026-03-02T08:47:00Z")
        @Nullable
        String was,

        @Schema(description = "What it should say; required", example = "2026-03-01T08:40:00Z") @Nullable
        String is,

        @Schema(description = "Why; required, no personal data", example = "the postmark says so") @Nullable
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
