/**
 * Custody records: one for each stay of a detained person. The rule: an entry is judged by the phase in which it happened, so that what is told late
 * finds its place; a duty that an entry opens gets its clock by the law of that moment, in the same append; once sealed, a record takes late entries,
 * corrections and disclosures only.
 *
 * <p>Start at {@link io.dovira.command.custody.CustodyCommand}, the menu; what can be entered are the facts of {@code io.dovira.events.custody}.
 * {@code EntryDecider} says what may be entered when, {@code ClockDecider} which clocks start, {@code CustodyCorrectionDecider} how wrong entries
 * are set right. {@link io.dovira.command.custody.UnitCommand} is the hand-over between shifts.
 */
@NullMarked
package io.dovira.command.custody;

import org.jspecify.annotations.NullMarked;
