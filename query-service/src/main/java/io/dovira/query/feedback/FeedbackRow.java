package io.dovira.query.feedback;

import io.dovira.events.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a group of surveys. A dimension that is not told apart is null; an empty service is the office at large, an empty channel is
 * not known.
 *
 * @param offered surveys offered
 * @param answered those of them that were answered
 * @param expired those that can be answered no more
 * @param open those that still can
 * @param responsePercent answered of offered, a lower bound while some are open; null below the smallest sample
 * @param unasked answers of which no offer is known
 */
record FeedbackRow(
        @Nullable String office,
        @Nullable Map<String, String> officeName,
        @Nullable String region,
        @Nullable Map<String, String> regionName,
        @Nullable String service,
        @Nullable Map<String, String> serviceName,
        @Nullable String channel,
        Origin origin,
        int offered,
        int answered,
        int expired,
        int open,
        @Nullable Double responsePercent,
        int unasked,
        Csat csat,
        Nps nps,
        int comments) {

    /**
     * @param counts how many gave 1, 2, 3, 4, 5
     * @param percent of 4 and 5; null below the smallest sample
     * @param low lower end of the 95 % interval of Wilson around it: what chance may have made of it. Null below the smallest sample
     * @param high its upper end
     */
    record Csat(
            long n,
            List<Integer> counts,
            @Nullable Double percent,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * @param counts how many gave 0, 1, ... 10
     * @param score from -100 to 100; null below the smallest sample
     */
    record Nps(
            long n,
            List<Integer> counts,
            long detractors,
            long passives,
            long promoters,
            @Nullable Double score) {}
}
