package io.dovira.command.visits;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a call. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "Call")
record CallBody(
        @Schema(description = "Which desk calls; required", example = "2") @Nullable
        String desk,

        @Schema(description = "Who calls; whoever sits at the desk if absent", example = "p-7f31c2") @Nullable
        String staff,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
