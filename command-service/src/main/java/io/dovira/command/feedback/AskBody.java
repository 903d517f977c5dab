package io.dovira.command.feedback;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a question that the page of a ticket is about to show. */
@Schema(name = "AskCitizen")
record AskBody(
        @Schema(
                description = "The appeal that the code is the receipt of; absent for a visit",
                example = "0199b1da-4c0e-7b91")
        @Nullable
        String appeal,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
