package io.dovira.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.dovira.events.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one group in one bucket. Durations in seconds.
 *
 * @param organisation only if asked for by {@code by}; so for the other dimensions and their names
 * @param origin figures of different origins are never put together
 * @param bucket start of the local hour with its offset, local day, or {@code total}
 * @param n durations that count
 * @param open arrived, and not finished for this measure
 * @param excluded left out because the duration is negative; a case among them is still on time or late, by its due moment
 * @param closed closed without an outcome, so that the duration is unknown; in no other figure
 * @param sum exact, of the n durations
 * @param p50 nearest rank; null below 30 values
 * @param p90WithOpen of the n and of the open ones, which have lasted until {@code openUntil} at least; a lower bound. Null below 30 of both, for
 *     imported entries, and where an open entry is not known to last
 * @param exact whether the percentiles are exact, or within 1 %; null if there are none
 * @param target the target that all of them have; null if there is none, or they differ
 * @param withinTarget of those with a target; null if none has one
 * @param late of those with a target; null if none has one
 * @param values all n durations, ascending, below 30; null above, and where the rows are too many for it
 */
record MetricsRow(
        @JsonInclude(Include.NON_NULL) @Nullable String organisation,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> organisationName,
        @JsonInclude(Include.NON_NULL) @Nullable String region,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> regionName,
        @JsonInclude(Include.NON_NULL) @Nullable String office,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> officeName,
        @JsonInclude(Include.NON_NULL) @Nullable String service,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> serviceName,
        @JsonInclude(Include.NON_NULL) @Nullable String channel,
        Origin origin,
        String bucket,
        long n,
        long open,
        long excluded,
        long closed,
        @Nullable Double sum,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double mean,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double p90WithOpen,
        @Nullable Boolean exact,
        @Nullable Double target,
        @Nullable Long withinTarget,
        @Nullable Long late,
        @Nullable List<Double> values) {}
