package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body that names a community. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "OfficerPlace")
record PlaceBody(
        @Schema(description = "Which one; required", example = "zhmerynka") @Nullable
        String community,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
