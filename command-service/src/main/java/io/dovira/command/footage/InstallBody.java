package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an installation. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "InstallCamera")
record InstallBody(
        @Schema(description = "Id of the camera, chosen by the client; made here if absent", example = "lviv-03-cell-2")
        @Nullable
        String camera,

        @Schema(description = "Required", example = "lviv-03") @Nullable
        String office,

        @Schema(description = "As people there call it; required", example = "cell 2") @Nullable
        String room,

        @Schema(
                description = "What it looks at: FRONT_OFFICE, CUSTODY, QUESTIONING or OUTSIDE; required",
                example = "CUSTODY")
        @Nullable
        String area,

        @Schema(description = "Names the rule for how long its footage is kept; required", example = "custody")
        @Nullable
        String retentionClass,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
