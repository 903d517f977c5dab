package io.dovira.query.compare;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an office reached, and what its mix of services would have reached if each service went there as it goes everywhere (indirect standardisation).
 *
 * <pre>
 *   advice   90 of 100 here    800 of 1,000 everywhere  ->  expected 80
 *   permit    5 of  20 here    100 of   400 everywhere  ->  expected  5        observed 95, expected 85 of 120
 *   weapons  30 of  40 here     30 of    40 everywhere  ->  alone: no other office gives it, so it compares with nothing
 * </pre>
 *
 * @param n entries that can be compared
 * @param alone entries of services that no other office gives
 * @param observed of the n
 * @param expected of the n
 * @param variance of the observed, if chance alone made it differ from the expected: the sum over the services of n p (1 - p)
 */
record Standardised(long n, long alone, long observed, double expected, double variance) {

    /** @param counts by office, then by service */
    static Map<String, Standardised> of(Map<String, Map<String, Count>> counts) {
        Map<String, Count> everywhere = new TreeMap<>();
        Map<String, Integer> givenBy = new TreeMap<>();
        counts.values()
                .forEach(services -> services.forEach((service, count) -> {
                    if (count.whole() > 0) {
                        everywhere.merge(service, count, Count::plus);
                        givenBy.merge(service, 1, Integer::sum);
                    }
                }));
        Map<String, Standardised> all = new TreeMap<>();
        counts.forEach((office, services) -> all.put(office, of(services, everywhere, givenBy)));
        return all;
    }

    private static Standardised of(
            Map<String, Count> services, Map<String, Count> everywhere, Map<String, Integer> givenBy) {
        long n = 0;
        long alone = 0;
        long observed = 0;
        double expected = 0;
        double variance = 0;
        for (Map.Entry<String, Count> entry : new TreeMap<>(services).entrySet()) {
            Count here = entry.getValue();
            Count all = everywhere.get(entry.getKey());
            if (all == null || here.whole() == 0) {
                continue;
            }
            if (givenBy.getOrDefault(entry.getKey(), 0) < 2) {
                alone += here.whole();
                continue;
            }
            double rate = all.share();
            n += here.whole();
            observed += here.part();
            expected += here.whole() * rate;
            variance += here.whole() * rate * (1 - rate);
        }
        return new Standardised(n, alone, observed, expected, variance);
    }
}
