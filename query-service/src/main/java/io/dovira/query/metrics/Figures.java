package io.dovira.query.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one measure in one cell, every one of them: so that each can be taken out again exactly, and any range of arrivals be cut.
 *
 * <pre>
 *   arrived  [08:02, 08:02, 08:10]      ms since 1970, ascending
 *   took     [  412,  1300,     0]      ms
 *   limit    [  900,   900,  NONE]      ms
 *   open     [08:31]
 * excluded [08:07]  its took [ -60]  its limit [NONE]
 * </pre>
 *
 * @param arrived arrivals of the finished ones, ascending; ties by duration, then limit
 * @param took their durations, parallel
 * @param limit their limits, parallel; {@link #NO_LIMIT} where there is none
 * @param open arrivals of those not finished, ascending
 * @param openLimit their limits, parallel
 * @param excluded arrivals of those whose duration is negative, ascending
 * @param excludedTook their durations, parallel: which of them are on time depends on it
 * @param excludedLimit their limits, parallel
 */
record Figures(
        List<Long> arrived,
        List<Long> took,
        List<Long> limit,
        List<Long> open,
        List<Long> openLimit,
        List<Long> excluded,
        List<Long> excludedTook,
        List<Long> excludedLimit) {

    static final long NO_LIMIT = Long.MIN_VALUE;
    static final Figures NONE =
            new Figures(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Figures plus(Contribution contribution) {
        return changed(contribution, true);
    }

    /** @throws IllegalStateException if it is not there: a contribution that was never added is about to be taken out */
    Figures minus(Contribution contribution) {
        return changed(contribution, false);
    }

    private Figures changed(Contribution contribution, boolean add) {
        long at = contribution.arrived().toEpochMilli();
        Duration duration = contribution.took();
        Duration most = contribution.limit();
        long limitMs = most == null ? NO_LIMIT : most.toMillis();
        if (duration == null) {
            List<List<Long>> columns = changed(List.of(open, openLimit), add, at, limitMs);
            return new Figures(
                    arrived, took, limit, columns.get(0), columns.get(1), excluded, excludedTook, excludedLimit);
        }
        if (duration.isNegative()) {
            List<List<Long>> columns =
                    changed(List.of(excluded, excludedTook, excludedLimit), add, at, duration.toMillis(), limitMs);
            return new Figures(arrived, took, limit, open, openLimit, columns.get(0), columns.get(1), columns.get(2));
        }
        List<List<Long>> columns = changed(List.of(arrived, took, limit), add, at, duration.toMillis(), limitMs);
        return new Figures(
                columns.get(0), columns.get(1), columns.get(2), open, openLimit, excluded, excludedTook, excludedLimit);
    }

    /** The parallel columns with one row more or less, in the order of the rows. */
    private static List<List<Long>> changed(List<List<Long>> columns, boolean add, long... row) {
        int found = find(columns, row);
        if (!add && found < 0) {
            throw new IllegalStateException("no such entry to take out");
        }
        int index = found < 0 ? -found - 1 : found;
        List<List<Long>> result = new ArrayList<>(columns.size());
        for (int i = 0; i < row.length; i++) {
            List<Long> column = new ArrayList<>(columns.get(i));
            if (add) {
                column.add(index, row[i]);
            } else {
                column.remove(index);
            }
            result.add(column);
        }
        return result;
    }

    private static int find(List<List<Long>> columns, long[] row) {
        int low = 0;
        int high = columns.getFirst().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = 0;
            for (int i = 0; i < row.length && order == 0; i++) {
                order = Long.compare(columns.get(i).get(middle), row[i]);
            }
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -(low + 1);
    }
}
