package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of an opening. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "OpenStation")
record StationBody(
        @Schema(description = "Id of the station; required", example = "zhmerynka-1") @Nullable
        String station,

        @Schema(description = "Which one it serves; required", example = "zhmerynka") @Nullable
        String community,

        @Schema(description = "Name by language tag; required") @Nullable
        Map<String, String> name,

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
