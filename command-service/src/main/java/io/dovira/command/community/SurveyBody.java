package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a trust survey. Independent surveys only, never made from ratings. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "PublishTrustSurvey")
record SurveyBody(
        @Schema(description = "Id, chosen by the client; made here if absent", example = "trust-2026") @Nullable
        String publication,

        @Schema(description = "Unit that records it; required", example = "vinnytsia-02") @Nullable
        String office,

        @Schema(description = "The region that was asked; absent for the nation", example = "vinnytsia") @Nullable
        String region,

        @Schema(description = "The community that was asked", example = "zhmerynka") @Nullable
        String community,

        @Schema(description = "Who asked, and where it was published; required", example = "regional university")
        @Nullable
        String source,

        @Schema(description = "How many people answered; required", example = "400") @Nullable
        Integer n,

        @Schema(description = "How many of a hundred trust the police; required", example = "70.2") @Nullable
        Double percent,

        @Schema(description = "Margin of error in percentage points, if the source tells it", example = "4.9") @Nullable
        Double margin,

        @Schema(description = "First day of asking; required", example = "2026-02-01") @Nullable
        String fieldworkFrom,

        @Schema(description = "Last day of asking; required", example = "2026-02-14") @Nullable
        String fieldworkTo,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
