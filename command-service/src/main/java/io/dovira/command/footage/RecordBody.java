package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a recording. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RecordSegment")
record RecordBody(
        @Schema(
                description = "Id of the segment, chosen by the client; made here if absent",
                example = "0199b1f0-55d2-7e01")
        @Nullable
        String footage,

        @Schema(description = "Required", example = "lviv-03-cell-2") @Nullable
        String camera,

        @Schema(description = "Beginning by the clock of the camera; required", example = "2026-03-02T08:30:00Z")
        @Nullable
        String from,

        @Schema(description = "End by the clock of the camera; required", example = "2026-03-02T08:45:00Z") @Nullable
        String to,

        @Schema(description = "That of the camera if absent", example = "custody") @Nullable
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
