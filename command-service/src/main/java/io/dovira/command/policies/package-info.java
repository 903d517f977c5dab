/**
 * Policies and calendars: dated, versioned records with their legal basis. The rule: a version never changes, and what holds for the past says so
 * and why. The built-in set is recorded once, at the first start of any service.
 *
 * <p>Start at {@link io.dovira.command.policies.PolicyCommand}, the menu; {@code PolicyDecider} says what may happen when. Other features ask
 * {@link io.dovira.command.policies.Policies} for the rule of the day.
 */
@NullMarked
package io.dovira.command.policies;

import org.jspecify.annotations.NullMarked;
