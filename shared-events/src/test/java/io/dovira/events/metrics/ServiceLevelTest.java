package io.dovira.events.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dovira.events.metrics.ServiceLevel.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published vector, and the edges. */
class ServiceLevelTest {

    /** 1,000 called, 860 of them within 20 s; 60 left, 20 of them within 20 s, 10 within 5 s. */
    private static final Counts VECTOR = new Counts(1_000, 860, 60, 20, 10);

    @ParameterizedTest
    @CsvSource({"F1, 83.0", "F2, 86.0", "F3, 81.1", "F4, 82.7", "F5, 82.1"})
    void isWhatTheVectorSays(ServiceLevel level, double percent) {
        assertThat(Score.percent(level.part(VECTOR), level.whole(VECTOR))).isEqualTo(percent, within(0.05));
    }

    @ParameterizedTest
    @EnumSource
    void isAShareWhateverHappened(ServiceLevel level) {
        for (Counts counts : new Counts[] {
            new Counts(0, 0, 3, 3, 3), new Counts(0, 0, 3, 0, 0), new Counts(5, 5, 0, 0, 0), new Counts(0, 0, 0, 0, 0)
        }) {
            assertThat(level.part(counts)).isBetween(0L, level.whole(counts));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isADefinitionOfItsOwnInBothLanguages(ServiceLevel level) {
        assertThat(level.definition().name())
                .matches("service-level-f[1-5]@2")
                .contains(level.name().substring(1));
        assertThat(level.definition().text()).containsOnlyKeys("en", "uk");
        assertThat(ServiceLevel.byName(level.name())).contains(level);
    }

    @Test
    void knowsNoOther() {
        assertThat(ServiceLevel.byName("F6")).isEmpty();
        assertThat(ServiceLevel.byName("f4")).isEmpty();
    }

    @Test
    void refusesAPartThatIsMoreThanItsWhole() {
        assertThatThrownBy(() -> new Counts(1, 2, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counts(1, 1, 1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counts(1, 1, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
