package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits by angles against the truth, which is the binomial distribution: how often chance leaves them. */
class AngleTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 30",
        "0.5, 2000",
        "0.7, 50",
        "0.8, 30",
        "0.8, 400",
        "0.9, 30",
        "0.9, 100",
        "0.95, 100",
        "0.95, 2000"
    })
    void chanceLeavesTheOuterLimitsInFewerThanOneCaseOfAHundredAndFifty(double share, int n) {
        assertThat(left(share, n, Funnel.Z_998, 1)).isLessThan(1.0 / 150);
        assertThat(left(share, n, Funnel.Z_998, -1)).isLessThan(1.0 / 150);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 100", "0.5, 2000", "0.7, 100", "0.7, 400", "0.8, 100", "0.9, 100", "0.9, 400", "0.95, 2000"})
    void chanceLeavesTheInnerLimitsInAboutOneCaseOfTwenty(double share, int n) {
        assertThat(left(share, n, Funnel.Z_95, 1) + left(share, n, Funnel.Z_95, -1))
                .isCloseTo(0.05, within(0.01));
    }

    /** How often chance alone takes an office of n beyond the limit on one side, by the binomial distribution. */
    private static double left(double share, int n, double z, int side) {
        double probability = 0;
        for (int k = 0; k <= n; k++) {
            double away = (Angle.of((double) k / n, n) - Angle.of(share, n)) / Angle.spread(n);
            if (side * away > z) {
                probability += binomial(share, n, k);
            }
        }
        return probability;
    }

    private static double binomial(double share, int n, int k) {
        double logarithm = k * Math.log(share) + (n - k) * Math.log(1 - share);
        for (int i = 1; i <= k; i++) {
            logarithm += Math.log(n - k + i) - Math.log(i);
        }
        return Math.exp(logarithm);
    }

    @Property
    void aShareComesBackAsItWas(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @IntRange(min = 1, max = 1_000_000) int n) {
        assertThat(Angle.share(Angle.of(share, n), n)).isCloseTo(share, within(1e-6));
        assertThat(Angle.n(Angle.spread(n))).isCloseTo(n, within(1e-6 * n));
    }
}
