package io.dovira.query.platform;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

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

    private final TreeMap<Integer, Long> bins = new TreeMap<>();
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
            bins.merge((int) StrictMath.ceil(StrictMath.log((double) value) / LOG_GAMMA), 1L, Long::sum);
        }
        n++;
    }

    /** Takes in everything that the other one holds. */
    public void merge(Sketch other) {
        other.bins.forEach((bin, count) -> bins.merge(bin, count, Long::sum));
        zeros += other.zeros;
        n += other.n;
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
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            seen += bin.getValue();
            if (rank <= seen) {
                return 2 * StrictMath.pow(GAMMA, bin.getKey()) / (GAMMA + 1);
            }
        }
        throw new IllegalStateException("the bins hold less than " + n);
    }

    /** Zeros, then bins in ascending order, each with its count. Equal samples have equal bytes. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + bins.size() * (Integer.BYTES + Long.BYTES));
        bytes.putLong(zeros);
        bins.forEach((bin, count) -> bytes.putInt(bin).putLong(count));
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
