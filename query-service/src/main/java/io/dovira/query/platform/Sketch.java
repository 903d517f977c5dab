package io.dovira.query.platform;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A histogram with fixed boundaries whose every quantile is within 1 % of the true value: DDSketch (Masson, Rim, Lee, VLDB 2019) with alpha =
 * 0.01. Which bin a value falls into depends on the value only, so sketches merge in any order to the same bytes. Not thread-safe.
 *
 * <pre>
 *   gamma = 1.01 / 0.99        bin i holds (gamma^(i-1), gamma^i]        its value is 2 gamma^i / (gamma + 1)
 * </pre>
 */
public final class Sketch {

    public static final double ALPHA = 0.01;

    private static final double GAMMA = (1 + ALPHA) / (1 - ALPHA);
    // StrictMath gives the same bits on every machine.
    private static final double LOG_GAMMA = StrictMath.log(GAMMA);

    /** Counts of neighbouring bins, of which the first is bin {@code lowest}; a dense array, because merging is what is done most. */
    private long[] counts = new long[0];

    private int lowest;
    private long zeros;
    private long n;

    /** @throws IllegalArgumentException if the value is negative */
    public void add(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a sketch holds no negative value: " + value);
        }
        if (value == 0) {
            zeros++;
        } else {
            int bin = (int) StrictMath.ceil(StrictMath.log((double) value) / LOG_GAMMA);
            cover(bin, bin);
            counts[bin - lowest]++;
        }
        n++;
    }

    /** Takes in everything that the other one holds. */
    public void merge(Sketch other) {
        if (other.counts.length > 0) {
            cover(other.lowest, other.lowest + other.counts.length - 1);
            int shift = other.lowest - lowest;
            for (int i = 0; i < other.counts.length; i++) {
                counts[i + shift] += other.counts[i];
            }
        }
        zeros += other.zeros;
        n += other.n;
    }

    private void cover(int from, int to) {
        if (counts.length == 0) {
            lowest = from;
            counts = new long[to - from + 1];
            return;
        }
        int first = Math.min(from, lowest);
        int last = Math.max(to, lowest + counts.length - 1);
        if (last - first + 1 > counts.length) {
            long[] wider = new long[last - first + 1];
            System.arraycopy(counts, 0, wider, lowest - first, counts.length);
            counts = wider;
            lowest = first;
        }
    }

    public long n() {
        return n;
    }

    /**
     * The value at a rank, within 1 %.
     *
     * @param rank from 1 to {@link #n}
     */
    public double atRank(long rank) {
        if (rank < 1 || rank > n) {
            throw new IllegalArgumentException("no rank " + rank + " among " + n);
        }
        long seen = zeros;
        if (rank <= seen) {
            return 0;
        }
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (rank <= seen) {
                return 2 * StrictMath.pow(GAMMA, lowest + i) / (GAMMA + 1);
            }
        }
        throw new IllegalStateException("the bins hold less than " + n);
    }

    /** Zeros, then bins in ascending order, each with its count, empty ones left out. Equal samples have equal bytes. */
    public byte[] bytes() {
        int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + used * (Integer.BYTES + Long.BYTES));
        bytes.putLong(zeros);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bytes.putInt(lowest + i).putLong(counts[i]);
            }
        }
        return bytes.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(bytes(), sketch.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
