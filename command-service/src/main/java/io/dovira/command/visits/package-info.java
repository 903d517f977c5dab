/**
 * Visits from the door to the last service. The rule: a command is decided on the folded facts of the visit and of the desk that it concerns,
 * and the facts of both are recorded in one append, so that two clerks never serve one visitor and no desk serves two.
 *
 * <p>Start at {@link io.dovira.command.visits.VisitCommand}, the menu; {@code VisitDecider} says what may happen when;
 * {@code VisitAggregate} brings both to the log.
 */
@NullMarked
package io.dovira.command.visits;

import org.jspecify.annotations.NullMarked;
