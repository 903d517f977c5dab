package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.query.compare.Dispersion.Deviation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispersionTest {

    private static Dispersion of(double... z) {
        return Dispersion.of(
                Arrays.stream(z).mapToObj(each -> new Deviation(each, 0.05)).toList());
    }

    @Test
    void isNoneWhereChanceExplainsIt() {
        Dispersion dispersion = of(-1.2, -0.4, 0.1, 0.9);

        assertThat(dispersion.ratio()).isCloseTo((1.44 + 0.16 + 0.01 + 0.81) / 4, within(1e-9));
        assertThat(dispersion.between()).isZero();
    }

    /** Weights of 1 / 0.05 squared = 400: (4 x 4 - 3) / (1,600 - 4 x 160,000 / 1,600). Counted by hand. */
    @Test
    void isTheVarianceBetweenOfficesWhereItDoesNot() {
        Dispersion dispersion = of(2, -2, 2, -2);

        assertThat(dispersion.ratio()).isEqualTo(4);
        assertThat(dispersion.between()).isCloseTo(13.0 / 1_200, within(1e-12));
    }

    /** Of ten, one on each side is drawn in: -9 counts as -1, 8 as 1. */
    @Test
    void isNotMadeByTheOddOnes() {
        Dispersion dispersion = of(-9, -1, -1, 0, 0, 0, 0, 1, 1, 8);

        assertThat(dispersion.ratio()).isCloseTo(0.6, within(1e-12));
        assertThat(dispersion.between()).isZero();
    }

    @Test
    void isUnknownOfFewerThanTwo() {
        assertThat(Dispersion.of(List.of())).isEqualTo(new Dispersion(0, 0));
        assertThat(of(3)).isEqualTo(new Dispersion(9, 0));
    }
}
