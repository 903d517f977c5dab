package io.dovira.query.interactions;

import io.dovira.events.Origin;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.clocks.LimitUnit;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a fact counts as recorded late: the time of typing is not the time of the deed, and somebody should look. By the house rule of the moment at which
 * it was recorded, as it was known then; without a rule nothing is late.
 *
 * @param terms of {@link #RULE}; null if nobody published it
 */
record Lateness(@Nullable PolicyTerms terms) {
    static final PolicyId RULE = KnownPolicies.VISIT_LATE_ENTRY;

    boolean isLate(Recorded<?> fact) {
        return isLate(fact.meta().origin(), fact.occurredAt(), fact.recordedAt(), fact.position());
    }

    /** Only what people record can be late: imported and simulated history happened before anybody could have told us. */
    boolean isLate(Origin origin, Instant occurredAt, Instant recordedAt, long position) {
        return origin == Origin.LIVE
                && limit(recordedAt, position)
                        .filter(limit ->
                                Duration.between(occurredAt, recordedAt).compareTo(limit) > 0)
                        .isPresent();
    }

    private Optional<Duration> limit(Instant recordedAt, long position) {
        return Optional.ofNullable(terms)
                .flatMap(known -> known.at(position))
                .flatMap(history -> history.at(recordedAt))
                .map(Policy::limit)
                .filter(limit -> limit.unit() == LimitUnit.SECONDS)
                .map(limit -> Duration.ofSeconds(limit.amount()));
    }
}
