package io.dovira.query.appeals;

import io.dovira.events.metrics.MetricDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon people were answered, and how terms were kept. Rounds count where they began; figures of different origins are never put together.
 *
 * @param definitions what the figures mean
 * @param position every fact up to it is counted; some later ones may be
 * @param at by which moment open rounds are judged
 * @param rows one for each origin
 */
record AppealFigures(List<MetricDefinition> definitions, long position, Instant at, List<Row> rows) {

    /** @param firstResponse by {@code appeal-first-response@1}, {@code term} by {@code appeal-term@1} */
    record Row(String origin, Durations firstResponse, Terms term) {}

    /**
     * Durations in seconds.
     *
     * @param n that count
     * @param open not answered to yet
     * @param p50 nearest rank; null, like the others, below 30 values
     * @param values all n, ascending, below 30; null above
     */
    record Durations(
            long n,
            long open,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double p95,
            @Nullable List<Double> values) {}

    /**
     * @param kept answered in time
     * @param late answered late, or open and overdue
     * @param open still in time
     * @param share kept / (kept + late); null if nothing counts
     */
    record Terms(long kept, long late, long open, @Nullable Double share) {}
}
