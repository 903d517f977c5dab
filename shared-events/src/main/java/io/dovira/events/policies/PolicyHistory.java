package io.dovira.events.policies;

import io.dovira.events.PolicyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A policy with all its versions, as its facts tell it.
 *
 * @param versions in their order, the first is version 1
 * @param lastAt time of the newest fact
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record PolicyHistory(PolicyId id, List<Policy> versions, Instant lastAt, int facts) {
    public PolicyHistory {
        versions = List.copyOf(versions);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static PolicyHistory evolve(@Nullable PolicyHistory before, PolicyFact fact, Instant at) {
        List<Policy> versions = before == null ? List.of() : before.versions;
        int facts = before == null ? 1 : before.facts + 1;
        return new PolicyHistory(fact.policy(), after(versions, fact), at, facts);
    }

    private static List<Policy> after(List<Policy> versions, PolicyFact fact) {
        return switch (fact) {
            case PolicyPublished f -> {
                if (f.version() != versions.size() + 1) {
                    throw new IllegalStateException(
                            f.policy() + " has " + versions.size() + " versions, the next is not " + f.version());
                }
                List<Policy> more = new ArrayList<>(versions);
                more.add(Policy.of(f));
                yield more;
            }
            case PolicyEnded f -> changed(versions, f, policy -> policy.until(f.until(), f.retroactive()));
            case PolicyWithdrawn f -> changed(versions, f, Policy::withdrawnNow);
        };
    }

    private static List<Policy> changed(List<Policy> versions, PolicyFact fact, UnaryOperator<Policy> change) {
        if (fact.version() < 1 || fact.version() > versions.size()) {
            throw new IllegalStateException(fact.policy() + " has no version " + fact.version());
        }
        List<Policy> changed = new ArrayList<>(versions);
        changed.set(fact.version() - 1, change.apply(versions.get(fact.version() - 1)));
        return changed;
    }

    /**
     * The rule valid at that instant: of the versions in force the newest. So an exception (216 hours) is one more version beside the rule
     * (72 hours), and when it ends, the rule holds again.
     */
    public Optional<Policy> at(Instant instant) {
        return versions.stream()
                .filter(policy -> policy.isInForce(instant))
                .max(Comparator.comparingInt(Policy::version));
    }

    public Optional<Policy> version(int version) {
        return version < 1 || version > versions.size() ? Optional.empty() : Optional.of(versions.get(version - 1));
    }
}
