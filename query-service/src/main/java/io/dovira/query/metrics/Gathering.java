package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.query.metrics.Bucket.Label;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Sample;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From cells to rows: cuts the range of arrivals out of each cell and puts every entry into its group. Pure; the reader feeds it. */
final class Gathering {

    /** More rows than this are refused: nobody reads them, and a narrower question is cheap. */
    static final int MOST_ROWS = 10_000;

    /** Up to so many rows show the single values of small groups. */
    private static final int MOST_ROWS_WITH_VALUES = 500;

    private final MetricsQuery query;
    private final List<Dimension> by;
    private final Map<Key, Group> groups = new HashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    Gathering(MetricsQuery query) {
        this.query = query;
        this.by = query.by().stream().sorted().toList();
    }

    /** @param values of the dimensions asked for, in the order of {@link Dimension} */
    private record Key(List<String> values, Origin origin, long order, String bucket) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::values, Key::compare)
                .thenComparing(Key::origin)
                .thenComparingLong(Key::order)
                .thenComparing(Key::bucket);

        private static int compare(List<String> a, List<String> b) {
            int order = 0;
            for (int i = 0; i < a.size() && order == 0; i++) {
                order = a.get(i).compareTo(b.get(i));
            }
            return order;
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
        List<String> values = values(cell, office);
        // Arrivals ascend, so the entries of a bucket come one after the other.
        Current current = new Current(values, cell.origin(), zone);
        for (int i = first(figures.arrived(), from), last = first(figures.arrived(), to); i < last; i++) {
            current.group(figures.arrived().get(i))
                    .finished(figures.took().get(i), figures.limit().get(i));
        }
        current = new Current(values, cell.origin(), zone);
        for (int i = first(figures.open(), from), last = first(figures.open(), to); i < last; i++) {
            current.group(figures.open().get(i)).open(figures.openLimit().get(i));
        }
        current = new Current(values, cell.origin(), zone);
        for (int i = first(figures.excluded(), from), last = first(figures.excluded(), to); i < last; i++) {
            current.group(figures.excluded().get(i))
                    .excluded(
                            figures.excludedTook().get(i),
                            figures.excludedLimit().get(i));
        }
    }

    /** The group of the last entry, which is most often that of the next one too. */
    private final class Current {
        private final List<String> values;
        private final Origin origin;
        private final ZoneId zone;
        private @Nullable Group group;
        private long end = Long.MIN_VALUE;

        Current(List<String> values, Origin origin, ZoneId zone) {
            this.values = values;
            this.origin = origin;
            this.zone = zone;
        }

        Group group(long arrived) {
            Group known = group;
            if (known != null && arrived < end) {
                return known;
            }
            Label label = query.bucket().label(arrived, zone);
            Group found =
                    groups.computeIfAbsent(new Key(values, origin, label.order(), label.text()), key -> new Group());
            if (groups.size() > MOST_ROWS) {
                throw Problem.refused(
                        "too-many-rows",
                        "The answer has too many rows",
                        "more than " + MOST_ROWS
                                + " rows; ask for a shorter range (from, to), a wider bucket, fewer dimensions (by) or fewer offices");
            }
            group = found;
            end = label.end();
            return found;
        }
    }

    private boolean wanted(Cell cell, Office office) {
        return Arrays.stream(Dimension.values())
                .allMatch(dimension -> query.wants(dimension, dimension.valueOf(cell, office)));
    }

    private List<String> values(Cell cell, Office office) {
        List<String> values =
                by.stream().map(dimension -> dimension.valueOf(cell, office)).toList();
        names.putIfAbsent(Dimension.ORGANISATION + office.organisation(), office.organisationName());
        names.putIfAbsent(Dimension.REGION + office.region(), office.regionName());
        names.putIfAbsent(Dimension.OFFICE + office.id(), office.name());
        Office.Service service = office.service(cell.service());
        if (service != null) {
            names.putIfAbsent(Dimension.SERVICE + cell.service(), service.name());
        }
        return values;
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
                .sorted(Map.Entry.comparingByKey(Key.ORDER))
                .map(entry -> row(entry.getKey(), entry.getValue(), withValues))
                .toList();
    }

    private MetricsRow row(Key key, Group group, boolean withValues) {
        Sample sample = group.sample();
        long[] values = withValues ? sample.values() : null;
        String organisation = value(key, Dimension.ORGANISATION);
        String region = value(key, Dimension.REGION);
        String office = value(key, Dimension.OFFICE);
        String service = value(key, Dimension.SERVICE);
        return new MetricsRow(
                organisation,
                name(Dimension.ORGANISATION, organisation),
                region,
                name(Dimension.REGION, region),
                office,
                name(Dimension.OFFICE, office),
                service,
                name(Dimension.SERVICE, service),
                value(key, Dimension.CHANNEL),
                key.origin(),
                key.bucket(),
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

    private @Nullable String value(Key key, Dimension dimension) {
        int index = by.indexOf(dimension);
        return index < 0 ? null : key.values().get(index);
    }

    private @Nullable Map<String, String> name(Dimension dimension, @Nullable String id) {
        return id == null ? null : names.getOrDefault(dimension + id, Map.of("und", id));
    }

    private static @Nullable Double seconds(@Nullable Number ms) {
        return ms == null ? null : (Double) (ms.doubleValue() / 1_000);
    }
}
