package io.dovira.events.feedback;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.SurveyId;

/** What can happen to a survey, in its own stream. */
public sealed interface FeedbackFact extends Fact permits SurveyOffered, SurveyAnswered {
    SurveyId survey();

    OfficeId office();
}
