package io.dovira.events.community;

import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication as its facts tell it.
 *
 * @param office the unit of the police that recorded it
 * @param published what was said: a trust survey, or figures
 * @param withdrawn why it counts no more; null while it counts
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Publication(
        PublicationId id,
        OfficeId office,
        PublicationFact published,
        @Nullable String withdrawn,
        Instant lastAt,
        int facts) {

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Publication evolve(@Nullable Publication before, PublicationFact fact, Instant at) {
        if (fact instanceof PublicationWithdrawn f) {
            if (before == null || before.withdrawn != null) {
                throw new IllegalStateException(f.publication() + " does not count");
            }
            return new Publication(before.id, before.office, before.published, f.reason(), at, before.facts + 1);
        }
        if (before != null) {
            throw new IllegalStateException(fact.publication() + " is published twice");
        }
        OfficeId office = switch (fact) {
            case TrustSurveyPublished f -> f.office();
            case FiguresPublished f -> f.office();
            case PublicationWithdrawn f -> throw new IllegalStateException(f.publication() + " is handled above");
        };
        return new Publication(fact.publication(), office, fact, null, at, 1);
    }
}
