package io.dovira.events.feedback;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visitor was asked to rate the service.
 *
 * @param channel where; null if it is not known
 * @param expiresAt the last instant at which it can be answered, by the rule that {@code policy} names; null if there was none
 */
@StoredAs(value = "feedback.survey-offered", revision = 2)
public record SurveyOffered(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service,
        @Nullable AppealId appeal,
        @Nullable SurveyChannel channel,
        @Nullable Instant expiresAt,
        @Nullable String policy)
        implements FeedbackFact {}
