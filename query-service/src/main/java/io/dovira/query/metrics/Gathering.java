package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.query.metrics.Bucket.Label;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Sample;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From cells to rows: cuts the range of arrivals out of each cell and puts every entry into its group. Pure; the reader feeds it. */
final class Gathering {

    /** More rows than this are refused: nobody reads them, and a narrower question is cheap. */
    static final int MOST_ROWS = 10_000;

    /** Up to so many rows show the single values of small groups. */
    private static final int MOST_ROWS_WITH_VALUES = 500;

    private final MetricsQuery query;
    private final Map<Key, Group> groups = new TreeMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    Gathering(MetricsQuery query) {
        this.query = query;
    }

    /** @param values of the dimensions asked for, in the order of {@link Dimension} */
    private record Key(Map<Dimension, String> values, Origin origin, Label bucket) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(
                        key -> String.join("\u0000", key.values.values()))
                .thenComparing(Key::origin)
                .thenComparingLong(key -> key.bucket.order())
                .thenComparing(key -> key.bucket.text());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** @throws Problem if the rows become too many */
    void add(Cell cell, Office office) {
        Figures figures = cell.of(query.measure());
        if (figures == null || !wanted(cell, office)) {
            return;
        }
        ZoneId zone = ZoneId.of(cell.timeZone());
        long from =
                query.from() == null ? Long.MIN_VALUE : query.from().in(zone).toEpochMilli();
        long to = query.to() == null ? Long.MAX_VALUE : query.to().in(zone).toEpochMilli();
        Map<Dimension, String> values = values(cell, office);
        for (int i = first(figures.arrived(), from); i < first(figures.arrived(), to); i++) {
            group(values, cell, figures.arrived().get(i), zone)
                    .finished(figures.took().get(i), figures.limit().get(i));
        }
        for (int i = first(figures.open(), from); i < first(figures.open(), to); i++) {
            group(values, cell, figures.open().get(i), zone)
                    .open(figures.openLimit().get(i));
        }
        for (int i = first(figures.excluded(), from); i < first(figures.excluded(), to); i++) {
            group(values, cell, figures.excluded().get(i), zone)
                    .excluded(
                            figures.excludedTook().get(i),
                            figures.excludedLimit().get(i));
        }
    }

    private boolean wanted(Cell cell, Office office) {
        return Arrays.stream(Dimension.values())
                .allMatch(dimension -> query.wants(dimension, dimension.valueOf(cell, office)));
    }

    private Map<Dimension, String> values(Cell cell, Office office) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        query.by().forEach(dimension -> values.put(dimension, dimension.valueOf(cell, office)));
        names.putIfAbsent(Dimension.ORGANISATION + office.organisation(), office.organisationName());
        names.putIfAbsent(Dimension.REGION + office.region(), office.regionName());
        names.putIfAbsent(Dimension.OFFICE + office.id(), office.name());
        Office.Service service = office.service(cell.service());
        if (service != null) {
            names.putIfAbsent(Dimension.SERVICE + cell.service(), service.name());
        }
        return values;
    }

    private Group group(Map<Dimension, String> values, Cell cell, long arrived, ZoneId zone) {
        Key key = new Key(values, cell.origin(), query.bucket().label(arrived, zone));
        Group group = groups.computeIfAbsent(key, k -> new Group());
        if (groups.size() > MOST_ROWS) {
            throw Problem.refused(
                    "too-many-rows",
                    "The answer has too many rows",
                    "more than " + MOST_ROWS
                            + " rows; ask for a shorter range (from, to), a wider bucket, fewer dimensions (by) or fewer offices");
        }
        return group;
    }

    /** Index of the first that is not before the moment. */
    private static int first(List<Long> ascending, long moment) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<MetricsRow> rows() {
        boolean withValues = groups.size() <= MOST_ROWS_WITH_VALUES;
        return groups.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), withValues))
                .toList();
    }

    private MetricsRow row(Key key, Group group, boolean withValues) {
        Sample sample = group.sample();
        long[] values = withValues ? sample.values() : null;
        String organisation = key.values().get(Dimension.ORGANISATION);
        String region = key.values().get(Dimension.REGION);
        String office = key.values().get(Dimension.OFFICE);
        String service = key.values().get(Dimension.SERVICE);
        return new MetricsRow(
                organisation,
                name(Dimension.ORGANISATION, organisation),
                region,
                name(Dimension.REGION, region),
                office,
                name(Dimension.OFFICE, office),
                service,
                name(Dimension.SERVICE, service),
                key.values().get(Dimension.CHANNEL),
                key.origin(),
                key.bucket().text(),
                sample.n(),
                group.open(),
                group.excludedCount(),
                sample.n() == 0 ? null : seconds((double) sample.sum()),
                seconds(sample.min()),
                seconds(sample.max()),
                seconds(sample.mean()),
                seconds(sample.percentile(50)),
                seconds(sample.percentile(90)),
                seconds(sample.percentile(95)),
                seconds(sample.percentile(99)),
                sample.n() < Sample.FEWEST ? null : (Boolean) sample.isExact(),
                seconds(group.target()),
                group.within(),
                group.late(),
                values == null
                        ? null
                        : Arrays.stream(values).mapToObj(ms -> ms / 1_000.0).toList());
    }

    private @Nullable Map<String, String> name(Dimension dimension, @Nullable String id) {
        return id == null ? null : names.getOrDefault(dimension + id, Map.of("und", id));
    }

    private static @Nullable Double seconds(@Nullable Number ms) {
        return ms == null ? null : (Double) (ms.doubleValue() / 1_000);
    }
}
