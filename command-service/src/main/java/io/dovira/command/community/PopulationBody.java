package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a claim about the population. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RestatePopulation")
record PopulationBody(
        @Schema(description = "How many people live there, as the source says; required", example = "43900") @Nullable
        Integer people,

        @Schema(description = "Who says so; required", example = "community council") @Nullable
        String source,

        @Schema(description = "Of which day; required", example = "2023-01-01") @Nullable
        String asOf,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
