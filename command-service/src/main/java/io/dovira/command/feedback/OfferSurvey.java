package io.dovira.command.feedback;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.SurveyChannel;
import org.jspecify.annotations.Nullable;

/**
 * A visitor is asked to rate the service.
 *
 * @param visit what is rated; null, like the appeal, for a rating of the office at large
 * @param appeal whose answer is rated
 * @param channel where; null if that is not known
 * @param service null means the service of the visit's last leg
 */
public record OfferSurvey(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service,
        @Nullable AppealId appeal,
        @Nullable SurveyChannel channel)
        implements SurveyCommand {}
