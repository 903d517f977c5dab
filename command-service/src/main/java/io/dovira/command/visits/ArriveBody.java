package io.dovira.command.visits;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of an arrival. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "Arrive")
record ArriveBody(
        @Schema(
                description =
                        "Id of the visit, chosen by the client; made here, of a code for the visitor, if absent. A desk without a connection may"
                                + " draw 125 bits, take them for a code and arrive under the id that it gives",
                example = "0199b1d2-6a10-7c3e")
        @Nullable
        String visit,

        @Schema(description = "Required", example = "lviv-03") @Nullable
        String office,

        @Schema(description = "What the visitor wants; required", example = "advice") @Nullable
        String service,

        @Schema(description = "IN_PERSON (if absent), PHONE, ONLINE, POST or FIELD", example = "IN_PERSON") @Nullable
        String channel,

        @Schema(description = "The booked time; absent for a walk-in", example = "2026-03-02T08:30:00Z") @Nullable
        String appointmentAt,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
