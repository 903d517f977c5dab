package io.dovira.command.feedback;

import io.dovira.events.OfficeId;
import io.dovira.events.SurveyId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody rates an office at the tablet that stands there. Nobody was asked in person, so nothing is offered: the answer counts as a rating, and not
 * in the response rate.
 *
 * @param csat satisfaction, 1 to 5
 * @param nps would recommend, 0 to 10; null if that was passed over
 * @param comment up to 500 characters
 */
public record RateOffice(
        SurveyId survey,
        OfficeId office,
        int csat,
        @Nullable Integer nps,
        @Nullable String comment) implements SurveyCommand {}
