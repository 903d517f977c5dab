package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a contact. No personal data. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "RecordContact")
record ContactBody(
        @Schema(
                description = "MEETING, RECEPTION, HOME_VISIT, SCHOOL, COUNCIL, PHONE, ONLINE or OTHER; required",
                example = "SCHOOL")
        @Nullable
        String kind,

        @Schema(description = "The officer, if it was one who is or was assigned here", example = "p-31c07d") @Nullable
        String officer,

        @Schema(description = "How many people were met, if they were counted", example = "60") @Nullable
        Integer people,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
