package io.dovira.events.feedback;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * The visitor answered: {@code csat} 1 to 5, {@code nps} 0 to 10, a comment of up to 2,000 characters; at least one of them.
 *
 * @param channel where, if nobody was asked before, as at a tablet that stands in the office; null otherwise (the offer tells), and if it is not known
 */
@StoredAs(value = "feedback.survey-answered", revision = 2)
public record SurveyAnswered(
        SurveyId survey,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable String comment,
        @Nullable SurveyChannel channel)
        implements FeedbackFact {
    public SurveyAnswered {
        if (csat == null && nps == null && (comment == null || comment.isBlank())) {
            throw new IllegalArgumentException("an answer needs a rating or a comment");
        }
        if (csat != null && (csat < 1 || csat > 5)) {
            throw new IllegalArgumentException("csat is 1 to 5, not " + csat);
        }
        if (nps != null && (nps < 0 || nps > 10)) {
            throw new IllegalArgumentException("nps is 0 to 10, not " + nps);
        }
        if (comment != null && comment.length() > 2000) {
            throw new IllegalArgumentException("a comment has at most 2,000 characters");
        }
    }
}
