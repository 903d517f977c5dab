package io.dovira.command.offices;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a registration. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RegisterOffice")
record RegisterBody(
        @Schema(description = "Id of the office; required", example = "lviv-03") @Nullable
        String office,

        @Schema(description = "Name by language tag; required") @Nullable
        Map<String, String> name,

        @Schema(description = "Id of the agency or department; required", example = "police-lviv") @Nullable
        String organisation,

        @Schema(description = "Its name by language tag; required") @Nullable
        Map<String, String> organisationName,

        @Schema(description = "Id of the region or community; required", example = "lviv") @Nullable
        String region,

        @Schema(description = "Its name by language tag; required") @Nullable
        Map<String, String> regionName,

        @Schema(description = "IANA time zone; required", example = "Europe/Kyiv") @Nullable
        String timeZone,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
