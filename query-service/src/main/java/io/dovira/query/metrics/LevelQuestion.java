package io.dovira.query.metrics;

import io.dovira.events.metrics.ServiceLevel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A question about the service level, checked.
 *
 * @param query which cells and how they are put together; its measure says nothing
 * @param within in which a call should come; null for the wait target of each leg
 * @param shortest cut-off below which who left has not really waited; null if the formula has none
 */
record LevelQuestion(
        MetricsQuery query,
        ServiceLevel formula,
        @Nullable Duration within,
        @Nullable Duration shortest) {}
