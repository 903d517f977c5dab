package io.dovira.command.feedback;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * A visitor is asked to rate the service.
 *
 * @param visit what is rated; null for a rating of the office at large
 * @param service null means the service of the visit's last leg
 */
public record OfferSurvey(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service) implements SurveyCommand {}
