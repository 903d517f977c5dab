package io.dovira.query.compare;

import io.dovira.events.Origin;
import io.dovira.events.metrics.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An office over time, with what is no noise. Shares in percent; more is better.
 *
 * @param definitions what the shares mean
 * @param position every fact up to it is counted; some later ones may be
 * @param officeName null if it has no figures
 * @param origin whose figures these are; null if there are none
 * @param origins how many entries there are of each, to choose another one
 * @param bucket day or week
 * @param fewestPoints fewer judged points have no limits
 * @param fewestInPoint a point of fewer entries is shown and not judged
 * @param limits null if there are too few points for them
 * @param signals how many of the points are none of noise
 */
record ControlAnswer(
        String measure,
        List<MetricDefinition> definitions,
        long position,
        String office,
        @Nullable Map<String, String> officeName,
        @Nullable Origin origin,
        List<FunnelAnswer.OfOrigin> origins,
        String bucket,
        int fewestPoints,
        int fewestInPoint,
        @Nullable Limits limits,
        int signals,
        List<Point> points) {

    /**
     * In percent, cut at 0 and 100.
     *
     * @param centre mean of the judged points
     * @param lower natural process limits
     * @param meanRange mean distance of a point to the one before
     * @param rangeLimit limit of those distances
     */
    record Limits(double centre, double lower, double upper, double meanRange, double rangeLimit) {}

    /**
     * @param bucket its first local day
     * @param percent of the whole
     * @param range distance to the judged point before; null if there is none, or it is not judged
     */
    record Point(
            String bucket,
            long part,
            long whole,
            double percent,
            @Nullable Double range,
            Judged judged,
            Set<Signal> signals) {}

    /** Whether a point is judged. */
    enum Judged {
        YES,
        /** Too few entries. */
        FEW,
        /** It is not over yet. */
        UNFINISHED
    }
}
