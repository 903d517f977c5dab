package io.dovira.query.metrics;

import io.dovira.events.metrics.MetricDefinition;
import io.dovira.events.metrics.ServiceLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about the service level.
 *
 * @param formula by which it was computed
 * @param definition what the formula means
 * @param within seconds that were asked for; null for the wait target of each leg
 * @param shortAbandonment the short cut-off in seconds; null if the formula has none
 * @param position every fact up to it is counted; some later ones may be
 * @param rows groups with at least one entry, in the order of their keys and buckets
 */
record LevelAnswer(
        ServiceLevel formula,
        MetricDefinition definition,
        @Nullable Long within,
        @Nullable Long shortAbandonment,
        long position,
        List<LevelRow> rows) {}
