package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an assignment. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "AssignAppeal")
record AssignBody(
        @Schema(description = "Who is to be in charge; required", example = "p-7f31c2") @Nullable
        String staff,

        @Schema(description = "Who is in charge now; absent if nobody is", example = "p-a90e44") @Nullable
        String from,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
