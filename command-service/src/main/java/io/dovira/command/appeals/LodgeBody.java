package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a lodging. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "LodgeAppeal")
record LodgeBody(
        @Schema(
                description = "Id of the appeal, chosen by the client; made here if absent",
                example = "0199b1da-4c0e-7b91")
        @Nullable
        String appeal,

        @Schema(description = "Required", example = "lviv-03") @Nullable
        String office,

        @Schema(description = "IN_PERSON (if absent), PHONE, ONLINE, POST or FIELD", example = "IN_PERSON") @Nullable
        String channel,

        @Schema(description = "The visit at which it is handed in", example = "0199b1d2-6a10-7c3e") @Nullable
        String visit,

        @Schema(description = "PROPOSAL, APPLICATION or COMPLAINT; required", example = "COMPLAINT") @Nullable
        String kind,

        @Schema(
                description =
                        "PUBLIC_ORDER, ROAD_SAFETY, CRIME, DOMESTIC_VIOLENCE, CONDUCT_OF_STAFF, DETENTION, DOCUMENTS, COMMUNITY or OTHER; required",
                example = "ROAD_SAFETY")
        @Nullable
        String topic,

        @Schema(
                description = "Pseudonym of the applicant, never a name; absent if the appeal is anonymous",
                example = "s-2c9d41")
        @Nullable
        String applicant,

        @Schema(description = "Whether the law has it considered before others; false if absent", example = "false")
        @Nullable
        Boolean benefitHolder,

        @Schema(
                description =
                        "SHA-256 of the scanned letter, 64 lower-case hexadecimal digits; never the letter itself",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String letter,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
