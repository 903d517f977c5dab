package io.dovira.command.visits;

import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One wait-and-serve cycle of a visit as a client sees it. */
@Schema(name = "Leg")
record ShownLeg(
        int number,
        @Schema(example = "advice") String service,
        LegState state,

        @Schema(description = "How often it was called since it was last queued")
        int calls,

        Instant queuedAt,
        @Schema(description = "The last call") @Nullable Instant calledAt,
        @Nullable Instant startedAt,

        @Schema(description = "Start of the hold that runs now") @Nullable
        Instant heldAt,

        @Schema(description = "Sum of the holds that have ended")
        double heldSeconds,

        @Nullable Instant endedAt,
        @Schema(example = "2") @Nullable String desk,
        @Nullable String staff,

        @Schema(description = "The desk that a transfer asked for") @Nullable
        String onlyDesk,

        @Schema(description = "The person that a transfer asked for") @Nullable
        String onlyStaff) {

    static ShownLeg of(Leg leg) {
        return new ShownLeg(
                leg.number(),
                leg.service().value(),
                leg.state(),
                leg.calls(),
                leg.queuedAt(),
                leg.calledAt(),
                leg.startedAt(),
                leg.heldAt(),
                leg.held().toMillis() / 1000.0,
                leg.endedAt(),
                text(leg.desk()),
                text(leg.staff()),
                text(leg.onlyDesk()),
                text(leg.onlyStaff()));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : Objects.toString(id);
    }
}
