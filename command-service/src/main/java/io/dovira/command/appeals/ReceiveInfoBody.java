package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of the receipt of what was asked for. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "ReceiveInfo")
record ReceiveInfoBody(
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
