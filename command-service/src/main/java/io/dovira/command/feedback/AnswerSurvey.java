package io.dovira.command.feedback;

import io.dovira.events.SurveyId;
import org.jspecify.annotations.Nullable;

/**
 * The visitor answers; at least one of the three.
 *
 * @param csat satisfaction, 1 to 5
 * @param nps would recommend, 0 to 10
 * @param comment up to 2,000 characters
 */
public record AnswerSurvey(
        SurveyId survey,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable String comment) implements SurveyCommand {}
