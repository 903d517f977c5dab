/**
 * What visitors say of the service: a survey is offered once and answered once. Start at
 * {@link io.dovira.command.feedback.SurveyCommand}; {@code SurveyDecider} says what may happen when.
 *
 * <p>Staff and machines speak to {@code RatingController}; the tablet of an office and the page of a ticket, where nobody signs in, to
 * {@code KioskController} and {@code TicketController}.
 */
@NullMarked
package io.dovira.command.feedback;

import org.jspecify.annotations.NullMarked;
