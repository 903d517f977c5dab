package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.query.metrics.Bucket.Label;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the range of arrivals out of cells and finds the group of each entry: the values of the dimensions that were asked for, the origin and
 * the bucket.
 *
 * @param <G> what a group gathers
 */
final class Grouping<G> {

    /** More rows than this are refused: nobody reads them, and a narrower question is cheap. */
    static final int MOST_ROWS = 10_000;

    private final MetricsQuery query;
    private final Supplier<G> empty;
    private final List<Dimension> by;
    private final Map<Key, G> groups = new HashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    Grouping(MetricsQuery query, Supplier<G> empty) {
        this.query = query;
        this.empty = empty;
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

    /** Takes in the entries of a cell, if it is wanted. @throws Problem if the rows become too many */
    void add(Cell cell, Office office, BiConsumer<Cell, In> entries) {
        if (Arrays.stream(Dimension.values())
                .allMatch(dimension -> query.wants(dimension, dimension.valueOf(cell, office)))) {
            entries.accept(cell, new In(values(cell, office), cell.origin(), ZoneId.of(cell.timeZone())));
        }
    }

    /** One cell, of which entries are to be put into groups. */
    final class In {
        private final List<String> values;
        private final Origin origin;
        private final ZoneId zone;
        private final long from;
        private final long to;

        private In(List<String> values, Origin origin, ZoneId zone) {
            this.values = values;
            this.origin = origin;
            this.zone = zone;
            from = query.from() == null ? Long.MIN_VALUE : query.from().in(zone).toEpochMilli();
            to = query.to() == null ? Long.MAX_VALUE : query.to().in(zone).toEpochMilli();
        }

        /** Names the group of each of the entries that arrived in the range. */
        void each(Entries entries, Entry<G> entry) {
            // Arrivals ascend, so the entries of a bucket come one after the other.
            Current current = new Current(values, origin, zone);
            entries.forEach(from, to, (arrived, took, limit) -> entry.in(current.group(arrived), took, limit));
        }

        /** The same of open entries; in place of a duration the moment in ms at which each began. */
        void eachOpen(Entries open, Entry<G> entry) {
            Current current = new Current(values, origin, zone);
            open.forEach(from, to, (arrived, after, limit) -> entry.in(current.group(arrived), arrived + after, limit));
        }
    }

    /** @param <G> what a group gathers */
    interface Entry<G> {
        void in(G group, long took, long limit);
    }

    /** The group of the last entry, which is most often that of the next one too. */
    private final class Current {
        private final List<String> values;
        private final Origin origin;
        private final ZoneId zone;
        private @Nullable G group;
        private long end = Long.MIN_VALUE;

        Current(List<String> values, Origin origin, ZoneId zone) {
            this.values = values;
            this.origin = origin;
            this.zone = zone;
        }

        G group(long arrived) {
            G known = group;
            if (known != null && arrived < end) {
                return known;
            }
            Label label = query.bucket().label(arrived, zone);
            G found = groups.computeIfAbsent(new Key(values, origin, label.order(), label.text()), key -> empty.get());
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

    int size() {
        return groups.size();
    }

    /** The groups in the order of their keys. */
    Stream<Map.Entry<Row, G>> rows() {
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Key.ORDER))
                .map(group -> Map.entry(row(group.getKey()), group.getValue()));
    }

    private Row row(Key key) {
        String organisation = value(key, Dimension.ORGANISATION);
        String region = value(key, Dimension.REGION);
        String office = value(key, Dimension.OFFICE);
        String service = value(key, Dimension.SERVICE);
        return new Row(
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
                key.bucket());
    }

    /** What a row is about; null where it was not asked for. */
    record Row(
            @Nullable String organisation,
            @Nullable Map<String, String> organisationName,
            @Nullable String region,
            @Nullable Map<String, String> regionName,
            @Nullable String office,
            @Nullable Map<String, String> officeName,
            @Nullable String service,
            @Nullable Map<String, String> serviceName,
            @Nullable String channel,
            Origin origin,
            String bucket) {}

    private @Nullable String value(Key key, Dimension dimension) {
        int index = by.indexOf(dimension);
        return index < 0 ? null : key.values().get(index);
    }

    private @Nullable Map<String, String> name(Dimension dimension, @Nullable String id) {
        return id == null ? null : names.getOrDefault(dimension + id, Map.of("und", id));
    }
}
