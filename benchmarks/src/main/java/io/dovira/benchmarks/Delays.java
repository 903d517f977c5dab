package io.dovira.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Percentiles of milliseconds, by nearest rank. */
final class Delays {

    private Delays() {}

    /** Prints them in a line. A negative one: the board was quicker than the answer to the sender. */
    static void tell(String what, double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "  %-34s p50 %6.1f  p90 %6.1f  p99 %6.1f  max %6.1f ms%n",
                what,
                at(sorted, 0.50),
                at(sorted, 0.90),
                at(sorted, 0.99),
                sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
