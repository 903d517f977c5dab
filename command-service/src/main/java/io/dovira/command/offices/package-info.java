/**
 * Offices, what they offer, which desks they have, and who sits where. The rule: a desk has one member of staff, who sits at one desk.
 *
 * <p>Start at {@link io.dovira.command.offices.OfficeCommand} and {@link io.dovira.command.offices.DeskCommand}, the menus;
 * {@code OfficeDecider} and {@code DeskDecider} say what may happen when.
 */
@NullMarked
package io.dovira.command.offices;

import org.jspecify.annotations.NullMarked;
