package io.dovira.events.policies;

import io.dovira.events.PolicyId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** A version holds no longer from {@code until} on. {@code retroactive}: that instant, or the end that it replaces, had passed when it was said. */
@StoredAs("policy.policy-ended")
public record PolicyEnded(PolicyId policy, int version, Instant until, boolean retroactive, String reason)
        implements PolicyFact {
    public PolicyEnded {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the end of a policy needs a reason");
        }
    }
}
