package io.dovira.query.compare;

import io.dovira.query.compare.ControlAnswer.Judged;
import io.dovira.query.compare.ControlAnswer.Limits;
import io.dovira.query.compare.ControlAnswer.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of an office as the points of a control chart.
 *
 * @param limits null if there are too few points for them
 */
record Series(@Nullable Limits limits, List<Point> points) {

    /** One person more or less moves the share of fewer by more than ten points: such a point is noise by itself. */
    static final int FEWEST_IN_POINT = 10;

    /** @param today local day of the office: a bucket that holds it is not over */
    static Series of(Map<LocalDate, Count> days, Bucket bucket, LocalDate today) {
        SortedMap<LocalDate, Count> buckets = new TreeMap<>();
        days.forEach((day, count) -> buckets.merge(bucket.first(day), count, Count::plus));
        buckets.values().removeIf(count -> count.whole() == 0);
        List<Double> judged = new ArrayList<>();
        buckets.forEach((first, count) -> {
            if (judged(first, count, bucket, today) == Judged.YES) {
                judged.add(percent(count));
            }
        });
        ControlChart chart = ControlChart.of(judged);
        List<Point> points = new ArrayList<>();
        int next = 0;
        for (Map.Entry<LocalDate, Count> entry : buckets.entrySet()) {
            Judged how = judged(entry.getKey(), entry.getValue(), bucket, today);
            ControlChart.Point point =
                    chart == null || how != Judged.YES ? null : chart.points().get(next);
            next += how == Judged.YES ? 1 : 0;
            points.add(point(entry.getKey(), entry.getValue(), how, point));
        }
        return new Series(chart == null ? null : limits(chart), List.copyOf(points));
    }

    /** How many of the points are none of noise. */
    int signals() {
        return (int) points.stream().filter(point -> !point.signals().isEmpty()).count();
    }

    private static Judged judged(LocalDate first, Count count, Bucket bucket, LocalDate today) {
        if (bucket.end(first).isAfter(today)) {
            return Judged.UNFINISHED;
        }
        return count.whole() < FEWEST_IN_POINT ? Judged.FEW : Judged.YES;
    }

    private static double percent(Count count) {
        return 100 * count.share();
    }

    private static Limits limits(ControlChart chart) {
        return new Limits(
                chart.centre(),
                Math.max(0, chart.lower()),
                Math.min(100, chart.upper()),
                chart.meanRange(),
                Math.min(100, chart.rangeLimit()));
    }

    private static Point point(LocalDate first, Count count, Judged judged, ControlChart.@Nullable Point point) {
        return new Point(
                first.toString(),
                count.part(),
                count.whole(),
                percent(count),
                point == null ? null : point.range(),
                judged,
                point == null ? Set.of() : point.signals());
    }
}
