package io.dovira.query.metrics;

import io.dovira.query.platform.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows as CSV: a header, the dimensions asked for, then the figures; what is unknown is empty. */
final class MetricsCsv {

    private MetricsCsv() {}

    static String of(MetricsQuery query, MetricsAnswer answer) {
        List<Dimension> by = Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.ORIGIN && query.by().contains(dimension))
                .toList();
        List<String> header = new ArrayList<>(by.stream().map(Dimension::id).toList());
        header.addAll(List.of("origin", "bucket", "n", "open", "excluded", "closed", "sum", "min", "max", "mean"));
        header.addAll(List.of("p50", "p90", "p95", "p99", "exact", "target", "withinTarget", "late", "p90WithOpen"));
        StringBuilder text = new StringBuilder(Csv.row(header));
        for (MetricsRow row : answer.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            by.forEach(dimension -> values.add(value(row, dimension)));
            values.addAll(Arrays.asList(row.origin(), row.bucket(), row.n(), row.open(), row.excluded(), row.closed()));
            values.addAll(Arrays.asList(row.sum(), row.min(), row.max()));
            values.addAll(Arrays.asList(row.mean(), row.p50(), row.p90(), row.p95(), row.p99(), row.exact()));
            values.addAll(Arrays.asList(row.target(), row.withinTarget(), row.late(), row.p90WithOpen()));
            text.append(Csv.row(values));
        }
        return text.toString();
    }

    private static @Nullable String value(MetricsRow row, Dimension dimension) {
        return switch (dimension) {
            case ORGANISATION -> row.organisation();
            case REGION -> row.region();
            case OFFICE -> row.office();
            case SERVICE -> row.service();
            case CHANNEL -> row.channel();
            case ORIGIN -> row.origin().name();
        };
    }
}
