package io.dovira.query.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An XmR chart, of individual values (X) and moving ranges (mR): what a process does if nothing changes, and where something did. The limits come from how much
 * a value moves from one point to the next, not from the overall spread, so a shift does not hide itself. After D. J. Wheeler, "Understanding Variation":
 *
 * <pre>
 *   centre       mean of the values                         39  41  40  44   mean 41
 *   mR           distance of each value to the one before       2   1   4    mean  2.33
 *   limits       centre -/+ 2.660 x mean mR                                  34.8 .. 47.2
 *   range limit  3.268 x mean mR                                              7.6
 * </pre>
 *
 * 2.660 is 3 / d2 and 3.268 is D4, with d2 = 1.128 and d3 = 0.853, the constants of ranges of two values.
 *
 * <p>A few odd points move neither centre nor limits: those outside at first are left out of both, and then all are judged (D. C. Montgomery, "Introduction to
 * Statistical Quality Control", phase I). Were they not, one day without electricity would put all the others on one side of the centre. More than a
 * tenth are not odd points but a change, and stay.
 */
record ControlChart(double centre, double meanRange, List<Point> points) {

    /** Fewer points give limits that the next point would move. */
    static final int FEWEST_POINTS = 10;

    private static final double MOST_ODD = 0.1;
    private static final double LIMIT = 2.660;
    private static final double RANGE_LIMIT = 3.268;
    private static final int RUN = 8;

    /** Shares are sums of fractions: what differs by less does not differ. */
    private static final double SAME = 1e-9;

    /** @param range distance to the value before; null at the first */
    record Point(double value, @Nullable Double range, Set<Signal> signals) {
        Point {
            signals = Set.copyOf(signals);
        }
    }

    /** @return null if there are too few values for limits */
    static @Nullable ControlChart of(List<Double> values) {
        if (values.size() < FEWEST_POINTS) {
            return null;
        }
        ControlChart limits = limits(values, new BitSet());
        BitSet odd = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            odd.set(i, limits.isOutside(values.get(i)));
        }
        boolean few = odd.cardinality() <= MOST_ODD * values.size();
        if (few && values.size() - odd.cardinality() >= FEWEST_POINTS) {
            limits = limits(values, odd);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Double range = i == 0 ? null : (Double) range(values, i);
            points.add(new Point(values.get(i), range, limits.signals(values, i, range)));
        }
        return new ControlChart(limits.centre, limits.meanRange, List.copyOf(points));
    }

    /** Without those that are odd, and the ranges to and from them. */
    private static ControlChart limits(List<Double> values, BitSet odd) {
        double sum = 0;
        double ranges = 0;
        int counted = 0;
        for (int i = 0; i < values.size(); i++) {
            if (!odd.get(i)) {
                sum += values.get(i);
            }
            if (i > 0 && !odd.get(i) && !odd.get(i - 1)) {
                ranges += range(values, i);
                counted++;
            }
        }
        return new ControlChart(sum / (values.size() - odd.cardinality()), ranges / counted, List.of());
    }

    private static double range(List<Double> values, int at) {
        return Math.abs(values.get(at) - values.get(at - 1));
    }

    double lower() {
        return centre - LIMIT * meanRange;
    }

    double upper() {
        return centre + LIMIT * meanRange;
    }

    double rangeLimit() {
        return RANGE_LIMIT * meanRange;
    }

    private boolean isOutside(double value) {
        return beyond(value, LIMIT * meanRange) != 0;
    }

    private Set<Signal> signals(List<Double> values, int at, @Nullable Double range) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        if (isOutside(values.get(at))) {
            found.add(Signal.OUTSIDE);
        }
        if (isNearLimit(values, at)) {
            found.add(Signal.NEAR_LIMIT);
        }
        if (isRun(values, at)) {
            found.add(Signal.RUN);
        }
        if (range != null && range > rangeLimit() + SAME) {
            found.add(Signal.RANGE);
        }
        return found;
    }

    /** 1 if the value lies above the centre by more than the distance, -1 if below, else 0. */
    private int beyond(double value, double distance) {
        double away = value - centre;
        return Math.abs(away) > distance + SAME ? (int) Math.signum(away) : 0;
    }

    private boolean isNearLimit(List<Double> values, int at) {
        double distance = LIMIT * meanRange * 2 / 3;
        int side = beyond(values.get(at), distance);
        for (int before = at - 1; side != 0 && before >= Math.max(0, at - 2); before--) {
            if (beyond(values.get(before), distance) == side) {
                return true;
            }
        }
        return false;
    }

    private boolean isRun(List<Double> values, int at) {
        int side = beyond(values.get(at), 0);
        if (side == 0 || at < RUN - 1) {
            return false;
        }
        for (int before = at - 1; before > at - RUN; before--) {
            if (beyond(values.get(before), 0) != side) {
                return false;
            }
        }
        return true;
    }
}
