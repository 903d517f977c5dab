package io.dovira.events.policies;

import io.dovira.events.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it was known behind each position at which something was told of it, so that a fact is judged by the rules that were known when it was
 * recorded, however late it is taken: a dead letter that is tried again finds here what it would have found at its place in the log. Policies change a
 * few times in years, so each state is kept whole.
 *
 * <pre>
 *   known  [position 4: version 1, 15 days]   [position 90: version 1, and version 2 for the past, 10 days]
 *
 *   an appeal told at position 80: 15 days, also when it is taken behind position 90
 * </pre>
 *
 * @param known by position, at least one
 */
public record PolicyTerms(List<Known> known) {
    public PolicyTerms {
        known = List.copyOf(known);
    }

    /** What holds for every fact behind the position, until there is another. */
    public record Known(long position, PolicyHistory history) {}

    /** The terms after one more fact of the policy. */
    public static PolicyTerms evolve(@Nullable PolicyTerms before, Recorded<?> recorded, PolicyFact fact) {
        List<Known> known = new ArrayList<>(before == null ? List.of() : before.known);
        PolicyHistory after = PolicyHistory.evolve(before == null ? null : before.now(), fact, recorded.occurredAt());
        known.add(new Known(recorded.position(), after));
        return new PolicyTerms(known);
    }

    /** As it is known now. */
    public PolicyHistory now() {
        return known.getLast().history();
    }

    /** As it was known to the fact at the position; empty if nothing was told of it before. */
    public Optional<PolicyHistory> at(long position) {
        return known.reversed().stream()
                .filter(each -> each.position() < position)
                .map(Known::history)
                .findFirst();
    }
}
