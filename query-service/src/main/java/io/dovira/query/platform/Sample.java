package io.dovira.query.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Durations in milliseconds and what is said of them. Count, sum, smallest and largest are always exact. Percentiles are nearest-rank, the
 * value at rank ceil(p n) of the ascending list: exact up to {@link #MOST_EXACT} values, within 1 % above; below {@link #FEWEST} there are
 * none, the values speak for themselves. Not thread-safe.
 */
public final class Sample {

    public static final int MOST_EXACT = 10_000;

    /** Below it no percentile is claimed and nothing is ranked. */
    public static final int FEWEST = 30;

    private long[] values = new long[16];
    private int kept;
    private boolean sorted = true;
    private @Nullable Sketch sketch;
    private long n;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    public void add(long ms) {
        n++;
        sum += ms;
        min = Math.min(min, ms);
        max = Math.max(max, ms);
        if (sketch != null) {
            sketch.add(ms);
        } else if (kept == MOST_EXACT) {
            Sketch all = new Sketch();
            LongStream.of(values).limit(kept).forEach(all::add);
            all.add(ms);
            sketch = all;
            values = new long[0];
            kept = 0;
        } else {
            if (kept == values.length) {
                values = Arrays.copyOf(values, 2 * kept);
            }
            values[kept++] = ms;
            sorted = false;
        }
    }

    public void addAll(List<Long> all) {
        for (long ms : all) {
            add(ms);
        }
    }

    public long n() {
        return n;
    }

    /** In milliseconds. */
    public long sum() {
        return sum;
    }

    /** In milliseconds; null if there is no value. */
    public @Nullable Long min() {
        return n == 0 ? null : min;
    }

    /** In milliseconds; null if there is no value. */
    public @Nullable Long max() {
        return n == 0 ? null : max;
    }

    /** In milliseconds; null if there is no value. */
    public @Nullable Double mean() {
        return n == 0 ? null : (double) sum / n;
    }

    /** Whether percentiles are exact, not within 1 %. */
    public boolean isExact() {
        return sketch == null;
    }

    /** In milliseconds; null below {@link #FEWEST} values. */
    public @Nullable Double percentile(int percent) {
        return n < FEWEST ? null : atPercent(percent);
    }

    /** The nearest-rank percentile of however few values. In milliseconds; there must be one. */
    double atPercent(int percent) {
        long rank = Math.max(1, Math.ceilDiv(percent * n, 100L));
        if (sketch != null) {
            return Math.clamp(sketch.atRank(rank), (double) min, (double) max);
        }
        return sorted()[(int) rank - 1];
    }

    /** The values, ascending, in milliseconds; null if they are too many to show, that is if there are percentiles. */
    public long @Nullable [] values() {
        return n < FEWEST ? sorted().clone() : null;
    }

    private long[] sorted() {
        if (!sorted) {
            values = Arrays.copyOf(values, kept);
            Arrays.sort(values);
            sorted = true;
        }
        return kept == values.length ? values : Arrays.copyOf(values, kept);
    }
}
