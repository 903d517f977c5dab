package io.dovira.query.metrics;

import io.dovira.events.metrics.Measure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a visit, leg or case in the figures.
 *
 * @param arrived when the visit arrived or the case was opened: the moment to which it is attributed
 * @param took null while open; negative durations are kept here and counted as excluded
 * @param limit longest duration within target; null if there is no target
 */
record Contribution(
        Measure measure,
        CellKey cell,
        Instant arrived,
        @Nullable Duration took,
        @Nullable Duration limit) {}
