package io.dovira.command.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of the rejection of a correction. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RejectCorrection")
public record RejectionBody(
        @Schema(description = "Why not; required, no personal data", example = "the postmark cannot be read") @Nullable
        String reason,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
