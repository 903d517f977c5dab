package io.dovira.query.feedback;

import io.dovira.events.metrics.MetricDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about feedback.
 *
 * @param position every fact up to it is counted; some later ones may be
 * @param policy the rule of the smallest sample on the last day of the period; null if there was none, and then no share is claimed
 * @param smallestSample what it says
 * @param rows groups with at least one survey; origins apart
 */
record FeedbackAnswer(
        List<MetricDefinition> definitions,
        long position,
        @Nullable String policy,
        @Nullable Integer smallestSample,
        List<FeedbackRow> rows) {}
