package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.query.compare.ControlAnswer.Judged;
import io.dovira.query.compare.ControlAnswer.Limits;
import io.dovira.query.compare.ControlAnswer.Point;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeriesTest {
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");

    private static Map<LocalDate, Count> days(int... parts) {
        Map<LocalDate, Count> days = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            days.put(FIRST.plusDays(i), new Count(parts[i], 50));
        }
        return days;
    }

    @Test
    void judgesEachDayByThoseBeforeAndAfter() {
        Series series =
                Series.of(days(40, 41, 39, 40, 41, 40, 39, 41, 40, 40, 10, 40, 41, 39), Bucket.DAY, FIRST.plusDays(14));

        Limits limits = Objects.requireNonNull(series.limits());
        assertThat(limits.centre()).isCloseTo(100.0 * 521 / 650, within(1e-9));
        assertThat(limits.upper()).isCloseTo(80.153846 + 6.287273, within(1e-5));
        Point bad = series.points().get(10);
        assertThat(bad.bucket()).isEqualTo("2026-03-12");
        assertThat(bad.percent()).isEqualTo(20);
        assertThat(bad.range()).isCloseTo(60, within(1e-9));
        assertThat(bad.signals()).contains(Signal.OUTSIDE, Signal.RANGE);
        assertThat(series.signals()).isEqualTo(2);
    }

    @Test
    void showsDaysOfFewAndTheDayThatIsNotOverWithoutJudgingThem() {
        Map<LocalDate, Count> days = days(40, 41, 39, 40, 41, 40, 39, 41, 40, 40, 40, 40);
        days.put(FIRST.plusDays(3), new Count(0, 9));
        days.put(FIRST.plusDays(5), Count.NONE);

        Series series = Series.of(days, Bucket.DAY, FIRST.plusDays(11));

        assertThat(series.limits()).as("of nine days").isNull();
        assertThat(series.points()).hasSize(11);
        assertThat(series.points().get(3).judged()).isEqualTo(Judged.FEW);
        assertThat(series.points().get(3).percent()).isZero();
        assertThat(series.points().getLast().judged()).isEqualTo(Judged.UNFINISHED);
        days.put(FIRST.plusDays(5), new Count(41, 50));
        Series more = Series.of(days, Bucket.DAY, FIRST.plusDays(11));
        assertThat(more.limits()).isNotNull();
        assertThat(more.points().get(3).range()).isNull();
        assertThat(more.points().get(4).range())
                .as("to the last judged day, from 39 to 41 of 50")
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void putsWeeksTogetherFromMonday() {
        Series series = Series.of(days(40, 41, 39, 40, 41, 40, 39, 41, 40), Bucket.WEEK, FIRST.plusDays(9));

        assertThat(series.points()).extracting(Point::bucket).containsExactly("2026-03-02", "2026-03-09");
        assertThat(series.points().getFirst().whole()).isEqualTo(350);
        assertThat(series.points().getFirst().part()).isEqualTo(280);
        assertThat(series.points()).extracting(Point::judged).containsExactly(Judged.YES, Judged.UNFINISHED);
    }
}
