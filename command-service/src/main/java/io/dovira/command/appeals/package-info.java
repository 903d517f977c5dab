/**
 * Appeals of citizens (звернення) from the letter box to the answer. The rule: a command is decided on the folded facts of the appeal and on
 * the policies valid when the round began; a registration takes its number from the office's register in the same append, so that numbers
 * have no gaps and no doubles however many services register.
 *
 * <p>Start at {@link io.dovira.command.appeals.AppealCommand}, the menu; {@code AppealDecider} says what may happen when.
 */
@NullMarked
package io.dovira.command.appeals;

import org.jspecify.annotations.NullMarked;
