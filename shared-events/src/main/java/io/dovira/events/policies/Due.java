package io.dovira.events.policies;

import java.time.Instant;

/**
 * When something is due and by which rule: what a fact that rests on a rule keeps, so that no later rule changes it.
 *
 * @param policy the version that says so, for example {@code custody-without-ruling@2}
 * @param at the last instant that is in time
 */
public record Due(String policy, Instant at) {}
