package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From cells to rows of figures of one measure. Pure; the reader feeds it. */
final class Gathering {

    /** Up to so many rows show the single values of small groups. */
    private static final int MOST_ROWS_WITH_VALUES = 500;

    private final MetricsQuery query;
    private final long openUntil;
    private final Grouping<Group> grouping;

    /** @param openUntil the moment up to which what is open has lasted */
    Gathering(MetricsQuery query, Instant openUntil) {
        this.query = query;
        this.openUntil = openUntil.toEpochMilli();
        this.grouping = new Grouping<>(query, Group::new);
    }

    /** @throws Problem if the rows become too many */
    void add(Cell cell, Office office) {
        Figures figures = cell.of(query.measure());
        if (figures != null) {
            grouping.add(cell, office, (ignored, in) -> add(figures, in));
        }
    }

    private void add(Figures figures, Grouping<Group>.In in) {
        in.each(figures.finished(), Group::finished);
        // By a clock that runs ahead it may not have begun yet.
        in.eachOpen(figures.open(), (group, began, limit) -> group.open(Math.max(0, openUntil - began), limit));
        in.each(figures.excluded(), Group::excluded);
        in.each(figures.closed(), (group, took, limit) -> group.closed());
    }

    List<MetricsRow> rows() {
        boolean withValues = grouping.size() <= MOST_ROWS_WITH_VALUES;
        return grouping.rows()
                .map(group -> row(group.getKey(), group.getValue(), withValues))
                .toList();
    }

    private MetricsRow row(Grouping.Row row, Group group, boolean withValues) {
        Sample sample = group.sample();
        boolean lasts = query.measure().lastsWhileOpen() && row.origin() != Origin.IMPORTED;
        long[] values = withValues ? sample.values() : null;
        return new MetricsRow(
                row.organisation(),
                row.organisationName(),
                row.region(),
                row.regionName(),
                row.office(),
                row.officeName(),
                row.service(),
                row.serviceName(),
                row.channel(),
                row.origin(),
                row.bucket(),
                sample.n(),
                group.open(),
                group.excludedCount(),
                group.closedCount(),
                sample.n() == 0 ? null : seconds((double) sample.sum()),
                seconds(sample.min()),
                seconds(sample.max()),
                seconds(sample.mean()),
                seconds(sample.percentile(50)),
                seconds(sample.percentile(90)),
                seconds(sample.percentile(95)),
                seconds(sample.percentile(99)),
                lasts ? seconds(group.withOpen().percentile(90)) : null,
                sample.n() < Sample.FEWEST ? null : (Boolean) sample.isExact(),
                seconds(group.target()),
                group.within(),
                group.late(),
                values == null
                        ? null
                        : Arrays.stream(values).mapToObj(ms -> ms / 1_000.0).toList());
    }

    private static @Nullable Double seconds(@Nullable Number ms) {
        return ms == null ? null : (Double) (ms.doubleValue() / 1_000);
    }
}
