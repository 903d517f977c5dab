package io.dovira.command.feedback;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an offer. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "OfferSurvey")
record OfferBody(
        @Schema(
                description =
                        "Id of the survey, chosen by the client; made here if absent. A visit has one survey, and gives it its id: leave it out",
                example = "0199b1d9-11aa-7f02")
        @Nullable
        String survey,

        @Schema(description = "Required", example = "lviv-03") @Nullable
        String office,

        @Schema(
                description = "What is rated; absent, like the appeal, for the office at large",
                example = "0199b1d2-6a10-7c3e")
        @Nullable
        String visit,

        @Schema(
                description = "Whose answer is rated, once there is one; not with a visit",
                example = "0199b1da-4c0e-7b91")
        @Nullable
        String appeal,

        @Schema(description = "The service of the last leg if absent", example = "advice") @Nullable
        String service,

        @Schema(
                description = "Where the visitor is asked; APPEAL if absent and an appeal is rated",
                allowableValues = {"KIOSK", "TICKET", "APPEAL", "OTHER"})
        @Nullable
        String channel,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
