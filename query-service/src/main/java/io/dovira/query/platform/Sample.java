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
    private @Nullable Sketch summary;
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
            inSketch().add(ms);
        } else {
            if (kept == values.length) {
                values = Arrays.copyOf(values, Math.max(16, 2 * kept));
            }
            values[kept++] = ms;
            sorted = false;
            summary = null;
        }
    }

    /** Takes in what the other one holds: as if every value of it had been added, and quicker when there are many. */
    public void merge(Sample other) {
        if (other.n == 0) {
            return;
        }
        if (sketch == null && other.sketch == null && kept + other.kept <= MOST_EXACT) {
            if (kept + other.kept > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * kept, kept + other.kept));
            }
            System.arraycopy(other.values, 0, values, kept, other.kept);
            kept += other.kept;
            sorted = false;
            summary = null;
        } else {
            inSketch().merge(other.summary());
        }
        n += other.n;
        sum += other.sum;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** From now on there are too many values to keep each. */
    private Sketch inSketch() {
        Sketch all = sketch;
        if (all == null) {
            all = sketchOfValues();
            sketch = all;
            values = new long[0];
            kept = 0;
            summary = null;
        }
        return all;
    }

    /** The sketch of what it holds; made once, until it changes. */
    private Sketch summary() {
        if (sketch != null) {
            return sketch;
        }
        Sketch made = summary;
        if (made == null) {
            made = sketchOfValues();
            summary = made;
        }
        return made;
    }

    private Sketch sketchOfValues() {
        Sketch all = new Sketch();
        LongStream.of(values).limit(kept).forEach(all::add);
        return all;
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
