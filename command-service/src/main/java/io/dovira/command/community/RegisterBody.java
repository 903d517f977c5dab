package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a registration. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RegisterCommunity")
record RegisterBody(
        @Schema(description = "Id of the community; required", example = "zhmerynka") @Nullable
        String community,

        @Schema(description = "Name by language tag; required") @Nullable
        Map<String, String> name,

        @Schema(description = "Id of the region; required", example = "vinnytsia") @Nullable
        String region,

        @Schema(description = "Its name by language tag; required") @Nullable
        Map<String, String> regionName,

        @Schema(
                description = "Unit of the police that answers for the community, and whose local day it has; required",
                example = "vinnytsia-02")
        @Nullable
        String office,

        @Schema(description = "How many people live there, as the source says; required", example = "41200") @Nullable
        Integer people,

        @Schema(description = "Who says so; required", example = "State Statistics Service") @Nullable
        String source,

        @Schema(description = "Of which day; required", example = "2022-01-01") @Nullable
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
