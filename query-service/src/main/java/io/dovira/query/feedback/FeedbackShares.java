package io.dovira.query.feedback;

import io.dovira.access.OfficeScope;
import io.dovira.events.metrics.Score;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.ShareQuestion;
import java.util.List;
import java.util.Map;

/** How many were satisfied, or answered at all, of how many. */
final class FeedbackShares implements ShareCounter {
    private static final Map<String, Score> SCORES = Map.of("csat", Score.CSAT, "response-rate", Score.RESPONSE_RATE);

    private final Feedback feedback;

    FeedbackShares(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public List<String> measures() {
        return SCORES.keySet().stream().sorted().toList();
    }

    @Override
    public Counted count(ShareQuestion question, OfficeScope scope, Tally tally) {
        Score score = SCORES.get(question.measure());
        if (score == null) {
            throw new IllegalArgumentException(question.measure() + " is not counted here");
        }
        return feedback.count(question, score, scope, tally);
    }
}
