package io.dovira.query.metrics;

import io.dovira.events.metrics.Measure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a visit, leg or case in the figures.
 *
 * @param arrived when the visit arrived or the case was opened: the moment to which it is attributed
 * @param after how long after that it began: a leg behind a transfer does not begin with the visit
 * @param closed whether it ended without an outcome: how long it took is unknown, and stays so
 * @param took null while open, and if it was closed; negative durations are kept here and counted as excluded
 * @param limit longest duration within target; null if there is no target
 */
record Contribution(
        Measure measure,
        CellKey cell,
        Instant arrived,
        Duration after,
        boolean closed,
        @Nullable Duration took,
        @Nullable Duration limit) {
    /** Of something that ended by itself, or has not yet. */
    Contribution(
            Measure measure,
            CellKey cell,
            Instant arrived,
            Duration after,
            @Nullable Duration took,
            @Nullable Duration limit) {
        this(measure, cell, arrived, after, false, took, limit);
    }
}
