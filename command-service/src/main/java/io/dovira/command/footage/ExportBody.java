package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an export. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ExportFootage")
record ExportBody(
        @Schema(
                description = "COURT, PROSECUTOR, INVESTIGATOR, OMBUDSMAN, LAWYER or SUBJECT; required",
                example = "OMBUDSMAN")
        @Nullable
        String recipient,

        @Schema(
                description = "Number of the matter, up to 200 characters, no personal data",
                example = "request 4/2026")
        @Nullable
        String reference,

        @Schema(description = "Which file; the original if absent") @Nullable
        String sha256,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
