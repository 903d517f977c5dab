package io.dovira.command.policies;

import io.dovira.command.platform.Decision;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyEnded;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.policies.PolicyWithdrawn;
import io.dovira.events.waits.WaitRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may happen to a policy, and when. Pure. The past is what was before the request came: nobody could know of the rule then. */
final class PolicyDecider {
    private PolicyDecider() {}

    static Decision decide(@Nullable PolicyHistory policy, PolicyCommand command, PolicyPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        Instant last = policy == null ? Instant.MIN : policy.lastAt();
        return premises.moment().notBefore(last, () -> change(policy, command, premises));
    }

    private static Decision change(@Nullable PolicyHistory policy, PolicyCommand command, PolicyPremises premises) {
        return switch (command) {
            case PublishPolicy c -> publish(policy, c, premises);
            case EndPolicy c -> onVersion(policy, c, c.version(), version -> end(version, c, premises));
            case WithdrawPolicy c ->
                onVersion(
                        policy,
                        c,
                        c.version(),
                        version -> Decision.accept(new PolicyWithdrawn(c.policy(), c.version(), c.reason())));
        };
    }

    private static Decision publish(@Nullable PolicyHistory policy, PublishPolicy c, PolicyPremises premises) {
        Instant now = premises.moment().now();
        Instant from = Objects.requireNonNullElse(c.inForceFrom(), now);
        List<Policy> versions = policy == null ? List.of() : policy.versions();
        boolean retroactive = from.isBefore(now);
        if (c.limit() == null && c.number() == null) {
            return Decision.refuse(PolicyReason.SAYS_NOTHING, "Give limit, number or both.");
        }
        if (WaitRules.concerns(c.policy()) && !WaitRules.isTarget(c.limit())) {
            return Decision.refuse(
                    PolicyReason.WAIT_UNCLEAR, c.policy() + " says how many seconds a wait may take, at most a day.");
        }
        if (c.calendar() == null && c.limit() != null && c.limit().unit().needsCalendar()) {
            return Decision.refuse(
                    PolicyReason.CALENDAR_NEEDED, "A limit in " + c.limit().unit() + " needs a calendar.");
        }
        if (!premises.calendarKnown()) {
            return Decision.refuse(PolicyReason.NO_SUCH_CALENDAR, "There is no calendar " + c.calendar() + ".");
        }
        if (c.inForceUntil() != null && !c.inForceUntil().isAfter(from)) {
            return Decision.refuse(
                    PolicyReason.PERIOD_EMPTY, "It would begin at " + from + " and end at " + c.inForceUntil() + ".");
        }
        if (!versions.isEmpty() && lacks(c, versions.getLast())) {
            return Decision.refuse(
                    PolicyReason.SHAPE_CHANGED,
                    versions.getLast().ref() + " has a limit or a number that this one lacks.");
        }
        if (!versions.isEmpty() && isSame(c, from, versions.getLast())) {
            return Decision.refuse(
                    PolicyReason.NOTHING_CHANGED, versions.getLast().ref() + " says the same.");
        }
        if (retroactive && c.reason() == null) {
            return Decision.refuse(
                    PolicyReason.REASON_NEEDED,
                    "It would hold from " + from + " on, which is before " + now + ". Say why.");
        }
        return Decision.accept(new PolicyPublished(
                c.policy(),
                versions.size() + 1,
                c.name(),
                c.limit(),
                c.number(),
                c.calendar(),
                c.pausedBy(),
                c.basis(),
                from,
                c.inForceUntil(),
                retroactive,
                c.reason()));
    }

    private static boolean lacks(PublishPolicy c, Policy before) {
        return (before.limit() != null && c.limit() == null) || (before.number() != null && c.number() == null);
    }

    private static boolean isSame(PublishPolicy c, Instant from, Policy before) {
        return !before.withdrawn()
                && Objects.equals(c.limit(), before.limit())
                && Objects.equals(c.number(), before.number())
                && Objects.equals(c.calendar(), before.calendar())
                && c.pausedBy().equals(before.pausedBy())
                && c.name().equals(before.name())
                && c.basis().equals(before.basis())
                && from.equals(before.inForceFrom())
                && Objects.equals(c.inForceUntil(), before.inForceUntil());
    }

    private static Decision end(Policy version, EndPolicy c, PolicyPremises premises) {
        if (!c.until().isAfter(version.inForceFrom())) {
            return Decision.refuse(
                    PolicyReason.PERIOD_EMPTY,
                    version.ref() + " begins at " + version.inForceFrom()
                            + ". Withdraw it if it should never have held.");
        }
        if (c.until().equals(version.inForceUntil())) {
            return Decision.refuse(PolicyReason.NOTHING_CHANGED, "It ends then.");
        }
        boolean retroactive = earlier(c.until(), version.inForceUntil())
                .isBefore(premises.moment().now());
        return Decision.accept(new PolicyEnded(c.policy(), c.version(), c.until(), retroactive, c.reason()));
    }

    /** What changes begins at the earlier of the two ends: a version that has ended and is made to last longer changes the past too. */
    private static Instant earlier(Instant end, @Nullable Instant before) {
        return before == null || end.isBefore(before) ? end : before;
    }

    private static Decision onVersion(
            @Nullable PolicyHistory policy, PolicyCommand c, int number, Function<Policy, Decision> decision) {
        if (policy == null) {
            return Decision.refuse(PolicyReason.POLICY_UNKNOWN, "There is no policy " + c.policy() + ".");
        }
        Optional<Policy> version = policy.version(number);
        if (version.isEmpty()) {
            return Decision.refuse(
                    PolicyReason.VERSION_UNKNOWN,
                    policy.id() + " has versions 1 to " + policy.versions().size() + ".");
        }
        return version.get().withdrawn()
                ? Decision.refuse(PolicyReason.VERSION_WITHDRAWN, version.get().ref() + " was withdrawn.")
                : decision.apply(version.get());
    }
}
