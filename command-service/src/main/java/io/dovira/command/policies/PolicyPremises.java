package io.dovira.command.policies;

import io.dovira.command.platform.Moment;

/**
 * What a decision on a policy rests on, besides the policy.
 *
 * @param calendarKnown whether the calendar that the command names is there; true if it names none
 */
record PolicyPremises(Moment moment, boolean calendarKnown) {}
