package io.dovira.events.policies;

import io.dovira.events.PolicyId;
import io.dovira.events.StoredAs;

/** A version was published by mistake and is not chosen any more. What was judged by it keeps naming it. */
@StoredAs("policy.policy-withdrawn")
public record PolicyWithdrawn(PolicyId policy, int version, String reason) implements PolicyFact {
    public PolicyWithdrawn {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a withdrawal needs a reason");
        }
    }
}
