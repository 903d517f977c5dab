package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a hold. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "PlaceHold")
record HoldBody(
        @Schema(description = "Names the hold, unique inside the segment; made here if absent", example = "inquiry-17")
        @Nullable
        String hold,

        @Schema(
                description = "COMPLAINT, PROCEEDINGS, INTERNAL_INQUIRY or OVERSIGHT; required",
                example = "INTERNAL_INQUIRY")
        @Nullable
        String ground,

        @Schema(
                description = "Number of the matter, up to 200 characters, no personal data",
                example = "inquiry 17/2026")
        @Nullable
        String reference,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
