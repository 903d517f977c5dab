package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a gap. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ReportGap")
record GapBody(
        @Schema(description = "Beginning by the clock of the camera; required", example = "2026-03-02T08:41:10Z")
        @Nullable
        String from,

        @Schema(description = "End by the clock of the camera; required", example = "2026-03-02T08:41:50Z") @Nullable
        String to,

        @Schema(
                description = "RECORDER_STOPPED, POWER_LOST, NETWORK_LOST, COVERED, DAMAGED or UNKNOWN; required",
                example = "POWER_LOST")
        @Nullable
        String cause,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
