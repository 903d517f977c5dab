package io.dovira.events.obligations;

import io.dovira.events.Origin;
import io.dovira.events.PolicyId;
import io.dovira.events.obligations.Standing.ByRule;
import io.dovira.events.obligations.Standing.Limited;
import io.dovira.events.obligations.Standing.Told;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.Rulebook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * By what the clocks of a subject run.
 *
 * @param rules as they were known when the fact was recorded
 * @param zone of the office
 * @param origin of the fact
 * @param otherwise for what-if: the version, as {@code id@version}, by which a policy is judged instead of the one of the day
 */
public record Clockwork(Rulebook rules, ZoneId zone, Origin origin, Map<PolicyId, String> otherwise) {
    public Clockwork {
        otherwise = Map.copyOf(otherwise);
    }

    /** As the law of the day says. */
    public static Clockwork of(Rulebook rules, ZoneId zone, Origin origin) {
        return new Clockwork(rules, zone, origin, Map.of());
    }

    /** When a clock that starts then runs out; empty if no rule limits it. */
    Optional<Due> due(Limited limit, Instant from) {
        return switch (limit) {
            case Told told -> {
                String id = told.policy().substring(0, Math.max(0, told.policy().lastIndexOf('@')));
                String other = otherwise.entrySet().stream()
                        .filter(entry -> entry.getKey().value().equals(id))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(told.policy());
                yield other.equals(told.policy())
                        ? Optional.of(new Due(told.policy(), told.due()))
                        : named(other, from);
            }
            case ByRule rule -> {
                String other = otherwise.get(rule.policy());
                yield other == null ? rules.due(rule.policy(), from, zone) : named(other, from);
            }
        };
    }

    private Optional<Due> named(String version, Instant from) {
        return rules.named(version)
                .filter(policy -> policy.limit() != null)
                .map(policy -> new Due(version, rules.deadline(policy, from, zone)));
    }

    /** The due moment of a clock that stood still. */
    Instant extended(String version, Instant due, Instant paused, Instant resumed) {
        Optional<Policy> policy = rules.named(version).filter(known -> known.limit() != null);
        return policy.map(known -> rules.extended(known, due, paused, resumed, zone))
                .orElse(due);
    }

    /** How much of the time is left, in percent, when a duty that starts then is due soon. */
    int soonPercent(Instant from) {
        return Math.min(
                100, rules.number(KnownPolicies.OBLIGATION_DUE_SOON, from).orElse(0));
    }
}
