package io.dovira.command.policies;

import io.dovira.events.PolicyId;
import java.time.Instant;

/** A version holds no longer from {@code until} on. */
public record EndPolicy(PolicyId policy, int version, Instant until, String reason) implements PolicyCommand {}
