package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a reopening. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ReopenAppeal")
record ReopenBody(
        @Schema(description = "Why; required, no personal data", example = "new evidence") @Nullable
        String reason,

        @Schema(description = "NORMAL (if absent), or SIMPLE: needs no further study", example = "NORMAL") @Nullable
        String procedure,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
