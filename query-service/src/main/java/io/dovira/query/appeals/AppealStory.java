package io.dovira.query.appeals;

import io.dovira.events.metrics.MetricDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One appeal and everything that was recorded of it.
 *
 * @param position what was recorded up to here is in it
 * @param at by which moment its term is judged
 * @param definition what the time to the first response means
 */
record AppealStory(long position, Instant at, MetricDefinition definition, AppealView appeal, List<Step> facts) {

    /**
     * One fact of it, as it was recorded.
     *
     * @param lagSeconds how long after it happened it was recorded; negative when a clock ran ahead
     * @param data the payload
     * @param correctedBy ids of the facts that set this one right
     */
    record Step(
            long position,
            String eventId,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            double lagSeconds,
            String actor,
            String role,
            String quality,
            String origin,
            Map<String, @Nullable Object> data,
            List<String> correctedBy) {}
}
