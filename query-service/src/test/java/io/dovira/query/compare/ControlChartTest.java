package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.query.compare.ControlChart.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    private static ControlChart of(double... values) {
        return Objects.requireNonNull(
                ControlChart.of(Arrays.stream(values).boxed().toList()));
    }

    private static List<Set<Signal>> signals(ControlChart chart) {
        return chart.points().stream().map(Point::signals).toList();
    }

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, individuals control charts: 50.81, 55.8041 and 45.8159. */
    @Test
    void hasTheLimitsOfThePublishedExample() {
        ControlChart chart = of(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1);

        assertThat(chart.centre()).isCloseTo(50.81, within(1e-9));
        assertThat(chart.meanRange()).isCloseTo(1.8778, within(5e-5));
        assertThat(chart.upper()).isCloseTo(55.8041, within(0.001));
        assertThat(chart.lower()).isCloseTo(45.8159, within(0.001));
        assertThat(chart.rangeLimit()).isCloseTo(3.268 * 1.87778, within(1e-4));
        assertThat(chart.points().getFirst().range()).isNull();
        assertThat(chart.points().get(1).range()).isCloseTo(2, within(1e-9));
        // From 47.8 to 51.2 it jumped by 3.4, which is less than 6.1.
        assertThat(signals(chart)).allSatisfy(each -> assertThat(each).doesNotContain(Signal.OUTSIDE, Signal.RANGE));
    }

    @Test
    void hasNoneOfFewPoints() {
        assertThat(ControlChart.of(Collections.nCopies(ControlChart.FEWEST_POINTS - 1, 80.0)))
                .isNull();
        assertThat(ControlChart.of(List.of())).isNull();
    }

    @Test
    void findsTheOddPointAndDoesNotTakeTheOthersForOdd() {
        ControlChart chart = of(80, 82, 79, 81, 80, 78, 81, 40, 80, 82, 79, 80, 81, 79, 80, 82, 80, 79, 81, 80);

        assertThat(chart.centre()).isCloseTo(1_524.0 / 19, within(1e-9));
        assertThat(chart.meanRange()).isCloseTo(31.0 / 17, within(1e-9));
        List<Set<Signal>> found = signals(chart);
        assertThat(found.get(7)).containsExactlyInAnyOrder(Signal.OUTSIDE, Signal.RANGE);
        assertThat(found.get(8)).containsExactly(Signal.RANGE);
        assertThat(found.stream().filter(each -> !each.isEmpty())).hasSize(2);
    }

    /** Six of twenty are no odd points: they stay in the centre, and the chart says that something changed. */
    @Test
    void doesNotLeaveOutAChange() {
        ControlChart chart = of(80, 81, 80, 79, 80, 81, 80, 79, 80, 81, 80, 79, 80, 81, 60, 61, 60, 59, 60, 61);

        assertThat(chart.centre()).isCloseTo(1_482.0 / 20, within(1e-9));
        assertThat(signals(chart).subList(14, 20))
                .allSatisfy(each -> assertThat(each).contains(Signal.OUTSIDE));
    }

    @Test
    void findsTheEighthOfARunAndThoseAfterIt() {
        ControlChart chart = of(79, 78, 79, 78, 79, 78, 79, 78, 79, 82, 81, 82, 81, 82, 81, 82, 81, 82);

        assertThat(chart.centre()).isCloseTo(80.0555555, within(1e-6));
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            if (chart.points().get(i).signals().contains(Signal.RUN)) {
                found.add(i);
            }
        }
        assertThat(found).containsExactly(7, 8, 16, 17);
    }

    /** Mean moving range 42 / 13; two thirds of the way to the limit are 5.73. */
    @Test
    void findsTwoOfThreeNearALimitOnTheSameSide() {
        ControlChart chart = of(50, 51, 49, 51, 49, 50, 57, 50, 57, 50, 49, 51, 49, 50);

        assertThat(chart.centre()).isCloseTo(713.0 / 14, within(1e-9));
        assertThat(chart.meanRange()).isCloseTo(42.0 / 13, within(1e-9));
        assertThat(signals(chart).get(6)).isEmpty();
        assertThat(signals(chart).get(8)).containsExactly(Signal.NEAR_LIMIT);
        ControlChart bothSides = of(50, 51, 49, 51, 49, 50, 57, 50, 43, 50, 49, 51, 49, 50);
        assertThat(signals(bothSides)).allSatisfy(each -> assertThat(each).isEmpty());
    }

    /** Two thirds have no exact binary form: their mean is not quite their value. */
    @Test
    void findsNothingWhereNothingMoves() {
        ControlChart chart = Objects.requireNonNull(ControlChart.of(Collections.nCopies(31, 100.0 * 2 / 3)));

        assertThat(signals(chart)).allSatisfy(each -> assertThat(each).isEmpty());
    }

    @Property
    void movesWithItsValuesAndFindsTheSame(
            @ForAll @Size(min = 10, max = 60) List<@DoubleRange(min = 0, max = 100) Double> values) {
        ControlChart chart = Objects.requireNonNull(ControlChart.of(values));
        ControlChart mirrored = Objects.requireNonNull(
                ControlChart.of(values.stream().map(value -> 100 - value).toList()));

        assertThat(chart.centre()).isBetween(Collections.min(values) - 1e-9, Collections.max(values) + 1e-9);
        assertThat(chart.lower()).isLessThanOrEqualTo(chart.centre());
        assertThat(mirrored.centre()).isCloseTo(100 - chart.centre(), within(1e-9));
        assertThat(mirrored.upper()).isCloseTo(100 - chart.lower(), within(1e-9));
        assertThat(chart.points()).hasSameSizeAs(values);
    }
}
