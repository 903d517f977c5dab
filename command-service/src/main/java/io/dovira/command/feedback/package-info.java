/**
 * What visitors say of the service: a survey is offered once and answered once. Start at {@link io.dovira.command.feedback.SurveyCommand};
 * {@code SurveyDecider} says what may happen when.
 */
@NullMarked
package io.dovira.command.feedback;

import org.jspecify.annotations.NullMarked;
