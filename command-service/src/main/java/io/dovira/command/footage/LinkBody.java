package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a link. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "LinkFootage")
record LinkBody(
        @Schema(description = "VISIT, CUSTODY or APPEAL; required", example = "VISIT") @Nullable
        String target,

        @Schema(description = "Id of the visit, stay or appeal; required", example = "0199b1d2-6a10-7c3e") @Nullable
        String subject,

        @Schema(description = "Id of the event that is meant; absent for all of it", example = "0199b1d4-90b2-7a61")
        @Nullable
        String event,

        @Schema(description = "True time of what is seen; required", example = "2026-03-02T08:40:00Z") @Nullable
        String at,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
