package io.dovira.command.feedback;

import io.dovira.events.SurveyId;

/** What can be asked for about a survey. */
public sealed interface SurveyCommand permits OfferSurvey, AnswerSurvey, RateOffice {
    SurveyId survey();
}
