package io.dovira.command.feedback;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a rating at a kiosk. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RateOffice")
record KioskBody(
        @Schema(description = "Satisfaction, 1 to 5; required", example = "5") @Nullable
        Integer csat,

        @Schema(description = "Would recommend, 0 to 10", example = "9") @Nullable
        Integer nps,

        @Schema(description = "Up to 500 characters, without personal data", example = "quick and polite") @Nullable
        String comment,

        @Schema(
                description = "When it was touched, not more than three days ago; now if absent",
                example = "2026-03-02T08:47:00Z",
                format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
