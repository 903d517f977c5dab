package io.dovira.command.feedback;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.SurveyChannel;
import org.jspecify.annotations.Nullable;

/**
 * A visitor is asked to rate the service.
 *
 * @param visit what is rated; null for a rating of the office at large
 * @param channel where; null if that is not known
 * @param service null means the service of the visit's last leg
 */
public record OfferSurvey(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service,
        @Nullable SurveyChannel channel)
        implements SurveyCommand {}
