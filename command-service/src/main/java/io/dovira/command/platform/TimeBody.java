package io.dovira.command.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that says nothing but when; it may be left out. */
@Schema(description = "When it happened. The whole body may be left out.")
public record TimeBody(
        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; EXACT for now, ESTIMATED for a time that was given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {
    public static final TimeBody NOW = new TimeBody(null, null);
}
