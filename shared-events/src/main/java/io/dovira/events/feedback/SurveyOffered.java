package io.dovira.events.feedback;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** A visitor was asked to rate the service. */
@StoredAs("feedback.survey-offered")
public record SurveyOffered(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service) implements FeedbackFact {}
