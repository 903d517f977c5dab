package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a move. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "MoveCamera")
record MoveBody(
        @Schema(description = "Required", example = "lviv-03") @Nullable
        String office,

        @Schema(description = "As people there call it; required", example = "cell 2") @Nullable
        String room,

        @Schema(
                description = "What it looks at: FRONT_OFFICE, CUSTODY, QUESTIONING or OUTSIDE; required",
                example = "CUSTODY")
        @Nullable
        String area,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
