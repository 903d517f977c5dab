package io.dovira.query.custody;

import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The house rules of entries, as the policies of that day say them. Without a rule nothing is flagged. */
final class Thresholds {
    /** How long after it happened an entry is late. */
    static final PolicyId LATE = new PolicyId("custody-late-entry");

    /** How many entries of one person are a batch, if typed within {@link #WINDOW}. */
    static final PolicyId BATCH = new PolicyId("custody-batch-entries");

    static final PolicyId WINDOW = new PolicyId("custody-batch-window");

    static final Set<PolicyId> ALL = Set.of(LATE, BATCH, WINDOW);

    /** So many entries within so short a time. */
    record Batch(int entries, Duration window) {}

    private final Function<PolicyId, @Nullable PolicyTerms> terms;
    private final long position;

    private Thresholds(Function<PolicyId, @Nullable PolicyTerms> terms, long position) {
        this.terms = terms;
        this.position = position;
    }

    /** As they are known now. */
    static Thresholds of(Function<PolicyId, @Nullable PolicyTerms> terms) {
        return new Thresholds(terms, Long.MAX_VALUE);
    }

    /** As they were known to the fact at the position. */
    Thresholds knownTo(Recorded<?> fact) {
        return new Thresholds(terms, fact.position());
    }

    /** Empty if there was no such rule. */
    Optional<Duration> lateAfter(Instant recordedAt) {
        return limit(LATE, recordedAt);
    }

    boolean isLate(Instant occurredAt, Instant recordedAt) {
        return lateAfter(recordedAt)
                .filter(limit -> Duration.between(occurredAt, recordedAt).compareTo(limit) > 0)
                .isPresent();
    }

    /** Empty if there was no such rule, or only half of it. */
    Optional<Batch> batch(Instant recordedAt) {
        return at(BATCH, recordedAt)
                .map(Policy::number)
                .flatMap(entries -> limit(WINDOW, recordedAt).map(window -> new Batch(entries, window)));
    }

    private Optional<Duration> limit(PolicyId id, Instant instant) {
        return at(id, instant).map(Policy::limit).map(limit -> Duration.ofSeconds(limit.amount()));
    }

    private Optional<Policy> at(PolicyId id, Instant instant) {
        return Optional.ofNullable(terms.apply(id))
                .flatMap(known -> known.at(position))
                .flatMap(history -> history.at(instant));
    }
}
