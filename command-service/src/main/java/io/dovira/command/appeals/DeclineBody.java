package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a refusal to consider. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "DeclineAppeal")
record DeclineBody(
        @Schema(description = "ANONYMOUS, REPEAT or OUT_OF_TERM; required", example = "REPEAT") @Nullable
        String ground,

        @Schema(description = "The appeal that it repeats", example = "0199a0c1-77d2-7c00") @Nullable
        String earlier,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
