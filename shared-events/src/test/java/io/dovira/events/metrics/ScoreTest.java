package io.dovira.events.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors, and the edges. */
class ScoreTest {

    /** 0 to 10 once each: two promoters, two passives, seven detractors. */
    @Test
    void scoresEveryAnswerOnce() {
        assertThat(Score.netPromoter(2, 2, 7)).isEqualTo(-45.45, within(0.005));
    }

    @Test
    void scoresAMixedHundred() {
        assertThat(Score.netPromoter(100, 30, 80)).isEqualTo(9.5, within(0.05));
    }

    @Test
    void reachesBothEnds() {
        assertThat(Score.netPromoter(1, 0, 0)).isEqualTo(100);
        assertThat(Score.netPromoter(0, 0, 1)).isEqualTo(-100);
        assertThat(Score.netPromoter(0, 1, 0)).isZero();
    }

    @Test
    void saysNothingOfNobody() {
        assertThatThrownBy(() -> Score.netPromoter(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Score.percent(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesPartsOfAWhole() {
        assertThat(Score.percent(275, 1470)).isEqualTo(18.7, within(0.05));
        assertThatThrownBy(() -> Score.percent(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Method 3 of Newcombe, "Two-sided confidence intervals for the single proportion", 1998. */
    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0, 16.11", "1, 29, 0.61, 17.18"})
    void saysHowFarChanceReaches(long part, long whole, double low, double high) {
        assertThat(Score.interval(part, whole).low()).isEqualTo(low, within(0.005));
        assertThat(Score.interval(part, whole).high()).isEqualTo(high, within(0.005));
        assertThat(Score.interval(whole - part, whole).high()).isEqualTo(100 - low, within(0.005));
    }

    @Test
    void isNamedWithItsVersionInBothLanguages() {
        for (Score score : Score.values()) {
            assertThat(score.definition().name()).matches("[a-z-]+@[12]");
            assertThat(score.definition().text()).containsOnlyKeys("en", "uk");
        }
    }
}
