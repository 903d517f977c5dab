package io.dovira.query.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows as CSV (RFC 4180): a header, the dimensions asked for, then the figures; what is unknown is empty. */
final class MetricsCsv {

    private MetricsCsv() {}

    static String of(MetricsQuery query, MetricsAnswer answer) {
        List<Dimension> by = Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.ORIGIN && query.by().contains(dimension))
                .toList();
        List<String> header = new ArrayList<>(by.stream().map(Dimension::id).toList());
        header.addAll(List.of("origin", "bucket", "n", "open", "excluded", "sum", "min", "max", "mean"));
        header.addAll(List.of("p50", "p90", "p95", "p99", "exact", "target", "withinTarget", "late"));
        StringBuilder csv = new StringBuilder();
        line(csv, header);
        for (MetricsRow row : answer.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            by.forEach(dimension -> values.add(value(row, dimension)));
            values.addAll(Arrays.asList(
                    row.origin(), row.bucket(), row.n(), row.open(), row.excluded(), row.sum(), row.min(), row.max()));
            values.addAll(Arrays.asList(row.mean(), row.p50(), row.p90(), row.p95(), row.p99(), row.exact()));
            values.addAll(Arrays.asList(row.target(), row.withinTarget(), row.late()));
            line(csv, values);
        }
        return csv.toString();
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

    private static void line(StringBuilder csv, List<?> values) {
        csv.append(values.stream().map(MetricsCsv::field).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
