package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body that names rooms. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "FitStation")
record RoomsBody(
        @Schema(description = "RECEPTION, INTERVIEW, CHILDREN, MEETING, DUTY, DWELLING, OTHER; at least one; required")
        @Nullable
        List<String> rooms,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
