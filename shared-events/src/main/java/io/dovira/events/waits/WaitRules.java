package io.dovira.events.waits;

import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.LimitUnit;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies that say how long somebody may wait, and which of them holds: the one place that decides a wait target, for boards, figures and desks.
 *
 * <pre>
 *   the offer of the office           advice, 600 s       an office may promise what it likes
 *   or else visit-wait-advice@n                           the rule for one service, wherever it is offered
 *   or else visit-wait@n                                  the rule for every other service
 *   or else nothing: such a wait is neither within a target nor late
 * </pre>
 *
 * A policy counts in the version that was in force when the wait began, as far as that was known when the wait was recorded: a version that is published
 * later changes no wait that was told before, also when it holds for the past.
 *
 * @param policies by id
 */
public record WaitRules(List<PolicyTerms> policies) {
    public static final WaitRules NONE = new WaitRules(List.of());

    /** As of an offer: a day. */
    private static final int MOST_SECONDS = 86_400;

    public WaitRules {
        policies = List.copyOf(policies);
    }

    /** Whether a policy says how long somebody may wait. */
    public static boolean concerns(PolicyId policy) {
        return policy.equals(KnownPolicies.VISIT_WAIT)
                || policy.value().startsWith(KnownPolicies.VISIT_WAIT.value() + "-");
    }

    /** Whether a policy that {@linkplain #concerns is about waits} can say so: seconds, at most those of a day. */
    public static boolean isTarget(@Nullable Limit limit) {
        return limit != null && limit.unit() == LimitUnit.SECONDS && limit.amount() <= MOST_SECONDS;
    }

    /** The rules after one more fact of a policy that {@linkplain #concerns is about waits}. */
    public static WaitRules evolve(@Nullable WaitRules before, Recorded<?> recorded, PolicyFact fact) {
        Map<String, PolicyTerms> all = new TreeMap<>();
        if (before != null) {
            before.policies.forEach(terms -> all.put(terms.now().id().value(), terms));
        }
        all.compute(fact.policy().value(), (id, terms) -> PolicyTerms.evolve(terms, recorded, fact));
        return new WaitRules(List.copyOf(all.values()));
    }

    /**
     * The wait target in seconds; null if nothing says how long somebody may wait.
     *
     * @param promised what the office's own offer says; null if it names no target
     * @param at when the wait began
     * @param position of the fact that told it; {@link Long#MAX_VALUE} for what is known now
     */
    public @Nullable Integer seconds(@Nullable Integer promised, String service, Instant at, long position) {
        return Optional.ofNullable(promised)
                .or(() -> in(KnownPolicies.VISIT_WAIT.value() + "-" + service, at, position))
                .or(() -> in(KnownPolicies.VISIT_WAIT.value(), at, position))
                .orElse(null);
    }

    private Optional<Integer> in(String policy, Instant at, long position) {
        return policies.stream()
                .filter(terms -> terms.now().id().value().equals(policy))
                .findFirst()
                .flatMap(terms -> terms.at(position))
                .flatMap(history -> history.at(at))
                .map(Policy::limit)
                .filter(WaitRules::isTarget)
                .map(Limit::amount);
    }
}
