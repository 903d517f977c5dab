package io.dovira.events.appeals;

import io.dovira.events.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a round ended.
 *
 * @param how one of the states that are not open
 * @param outcome of an answer
 * @param ground of a refusal to consider it
 * @param to whom it was forwarded
 */
public record Ending(
        AppealState how,
        Instant at,
        @Nullable AnswerOutcome outcome,
        @Nullable DeclineGround ground,
        @Nullable OrganisationId to) {

    static Ending of(AppealState how, Instant at) {
        return new Ending(how, at, null, null, null);
    }
}
