package io.dovira.command.policies;

import io.dovira.events.PolicyId;

/** A version was published by mistake. */
public record WithdrawPolicy(PolicyId policy, int version, String reason) implements PolicyCommand {}
