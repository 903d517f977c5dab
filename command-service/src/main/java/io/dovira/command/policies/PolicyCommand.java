package io.dovira.command.policies;

import io.dovira.events.PolicyId;

/** What can be asked for about a policy. */
public sealed interface PolicyCommand permits PublishPolicy, EndPolicy, WithdrawPolicy {
    PolicyId policy();
}
