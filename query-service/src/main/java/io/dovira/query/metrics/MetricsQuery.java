package io.dovira.query.metrics;

import io.dovira.events.metrics.Measure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about figures, checked.
 *
 * @param only wanted values per dimension; a dimension that is not there is not restricted
 * @param from first arrival that counts; null for all from the beginning
 * @param to first arrival that counts no more; null for all up to now
 * @param by what to tell apart; the origin always is
 */
record MetricsQuery(
        Measure measure,
        Map<Dimension, Set<String>> only,
        @Nullable Bound from,
        @Nullable Bound to,
        Bucket bucket,
        Set<Dimension> by) {

    MetricsQuery {
        only = Map.copyOf(only);
        by = Set.copyOf(by);
    }

    boolean wants(Dimension dimension, String value) {
        Set<String> wanted = only.get(dimension);
        return wanted == null || wanted.contains(value);
    }

    static Map<Dimension, Set<String>> nothingRestricted() {
        return new EnumMap<>(Dimension.class);
    }

    static Set<Dimension> nothingApart() {
        return EnumSet.noneOf(Dimension.class);
    }
}
