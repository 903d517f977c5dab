package io.dovira.events.policies;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;

/** What can happen to a policy, in its own stream. */
public sealed interface PolicyFact extends Fact permits PolicyPublished, PolicyEnded, PolicyWithdrawn {
    PolicyId policy();

    /** Which version it is about; from 1. */
    int version();
}
