package io.dovira.query.interactions;

import io.dovira.events.cases.Case;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case in JSON. Null is not known, or not yet. */
record CaseState(
        String state,
        String office,
        String service,
        String channel,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt,
        @Nullable Instant firstStepAt,
        @Nullable Instant lastStepAt,
        int steps) {

    static CaseState of(Case matter) {
        return new CaseState(
                Interaction.stateOf(matter),
                matter.office().value(),
                matter.service().value(),
                matter.channel(),
                matter.openedAt(),
                matter.dueAt(),
                matter.respondedAt(),
                matter.closedAt(),
                matter.firstStepAt(),
                matter.lastStepAt(),
                matter.steps());
    }
}
