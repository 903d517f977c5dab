package io.dovira.query.compare;

import io.dovira.events.Origin;
import io.dovira.events.metrics.MetricDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Offices side by side, with what chance explains. Shares in percent; more is better.
 *
 * @param definitions what the shares mean
 * @param position every fact up to it is counted; some later ones may be
 * @param origin whose figures these are; null if there are none
 * @param origins how many entries there are of each, to choose another one
 * @param smallest offices with fewer entries are not judged; null if no rule says how many, and then none is
 * @param policy the rule that says so; null if it is not a policy
 * @param percent the common share of all that can be compared; null if there is none
 * @param dispersion how much offices differ beyond chance, all together
 * @param places how many offices lie where
 * @param limits within which chance leaves offices that are all alike, along the number of entries
 * @param services what the shares are put right for, by id; without those whose figures would give away offices that the caller may not see
 * @param offices the offices that the caller may see, by id
 * @param others the other judged offices, without a name
 */
record FunnelAnswer(
        String measure,
        List<MetricDefinition> definitions,
        long position,
        @Nullable Origin origin,
        List<OfOrigin> origins,
        @Nullable Integer smallest,
        @Nullable String policy,
        @Nullable Double percent,
        Spread dispersion,
        Places places,
        List<Limit> limits,
        List<OfService> services,
        List<Row> offices,
        List<Other> others) {

    /** How many entries there are of an origin. */
    record OfOrigin(Origin origin, long n) {}

    /**
     * @param ratio mean square of the z-scores before it is allowed for, about 1 if chance explains it all
     * @param widened whether the limits were widened by it
     */
    record Spread(double ratio, boolean widened) {}

    /**
     * @param judged offices with enough entries
     * @param better beyond the upper limit of 99.8 %
     * @param high between the upper limits of 95 % and 99.8 %
     * @param within the limits of 95 %
     * @param low between the lower limits
     * @param worse beyond the lower limit of 99.8 %
     * @param few too few entries to say; not among the judged
     */
    record Places(int judged, int better, int high, int within, int low, int worse, int few) {}

    /**
     * A service everywhere.
     *
     * @param service empty if it is of offices at large
     * @param percent common share, which every office is expected to reach
     * @param offices that give it; where there is only one, its entries compare with nothing
     */
    record OfService(String service, Map<String, String> serviceName, long n, double percent, int offices) {}

    /** Limits in percent for an office of so many entries. */
    record Limit(double n, double lower998, double lower95, double upper95, double upper998) {}

    /**
     * An office by name.
     *
     * @param n entries that can be compared
     * @param alone entries of services that no other office gives; they are in none of the figures
     * @param observed how many of the n went well
     * @param expected how many would, if each service went as it goes everywhere
     * @param percent the share, put right for the mix of services; null if too few
     * @param effectiveN place on the axis: n, or more where the mix leaves less to chance; null if too few
     * @param z how far from the common share, in standard deviations; null if too few
     */
    record Row(
            String office,
            Map<String, String> officeName,
            String region,
            Map<String, String> regionName,
            long n,
            long alone,
            long observed,
            double expected,
            @Nullable Double percent,
            @Nullable Double effectiveN,
            @Nullable Double z,
            Place place) {}

    /** A dot without a name. */
    record Other(double percent, double effectiveN, Place place) {}
}
