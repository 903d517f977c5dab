package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.events.metrics.Measure;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one office, local day of arrival, service, channel and origin.
 *
 * @param day local day of arrival, {@code 2026-03-29}
 * @param timeZone zone of that day and of the hours in it
 * @param measures by the measure's id
 */
record Cell(
        String office,
        String day,
        String service,
        String channel,
        Origin origin,
        String timeZone,
        Map<String, Figures> measures) {

    Cell {
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    }

    static Cell empty(CellKey key) {
        return new Cell(
                key.office(),
                key.day().toString(),
                key.service(),
                key.channel(),
                key.origin(),
                key.timeZone(),
                Map.of());
    }

    @Nullable
    Figures of(Measure measure) {
        return measures.get(measure.id());
    }

    Cell plus(Contribution contribution) {
        return with(contribution.measure(), figures(contribution.measure()).plus(contribution));
    }

    Cell minus(Contribution contribution) {
        return with(contribution.measure(), figures(contribution.measure()).minus(contribution));
    }

    private Figures figures(Measure measure) {
        return measures.getOrDefault(measure.id(), Figures.NONE);
    }

    private Cell with(Measure measure, Figures figures) {
        Map<String, Figures> changed = new TreeMap<>(measures);
        changed.put(measure.id(), figures);
        return new Cell(office, day, service, channel, origin, timeZone, changed);
    }
}
