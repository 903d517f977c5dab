package io.dovira.command.appeals;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an acknowledgement. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "AcknowledgeAppeal")
record AcknowledgeBody(
        @Schema(
                description = "Whether no person wrote it: then it is no first response; false if absent",
                example = "false")
        @Nullable
        Boolean automatic,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
