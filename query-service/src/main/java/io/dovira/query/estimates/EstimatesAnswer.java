package io.dovira.query.estimates;

import io.dovira.events.Origin;
import io.dovira.events.metrics.MetricDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How past estimates turned out.
 *
 * @param position up to which it is complete
 * @param smallest fewer compared waits show no share
 * @param promised how many of a hundred ought to be inside
 * @param rows one for each office and origin, by name of the office's id
 */
record EstimatesAnswer(
        MetricDefinition definition, long position, int smallest, int promised, List<OfficeEstimates> rows) {
    static final int SMALLEST = 30;
    static final int PROMISED = 80;

    /**
     * @param insidePercent null below the smallest sample
     * @param meanWidthSeconds how wide the ranges were on average; null if nothing was compared
     */
    record OfficeEstimates(
            String office,
            Map<String, String> officeName,
            Map<String, String> regionName,
            Origin origin,
            int compared,
            int inside,
            int sooner,
            int later,
            int untold,
            int left,
            @Nullable Double insidePercent,
            @Nullable Double meanWidthSeconds) {

        static OfficeEstimates of(Outcomes all, Map<String, String> officeName, Map<String, String> regionName) {
            int n = all.compared();
            return new OfficeEstimates(
                    all.office(),
                    officeName,
                    regionName,
                    all.origin(),
                    n,
                    all.inside(),
                    all.sooner(),
                    all.later(),
                    all.untold(),
                    all.left(),
                    n < SMALLEST ? null : (Double) (100.0 * all.inside() / n),
                    n == 0 ? null : (Double) ((double) all.widthSeconds() / n));
        }
    }
}
