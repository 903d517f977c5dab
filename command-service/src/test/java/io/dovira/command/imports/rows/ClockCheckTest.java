package io.dovira.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

    private final ClockCheck check = new ClockCheck();
    private long line = 1;

    /** Ten polls of each office on a day, side by side as a poller writes them. */
    private void day(Map<String, String> dates) {
        for (int poll = 0; poll < 10; poll++) {
            new java.util.TreeMap<>(dates).forEach((office, date) -> check.see(office, LocalDate.parse(date), ++line));
        }
    }

    private List<String> faults() {
        return check.faults().stream()
                .map(fault -> fault.office() + " " + fault.fault() + " " + fault.days() + " x" + fault.rows())
                .toList();
    }

    @Test
    void findsNothingWhereAllAgree() {
        day(Map.of("A", "2019-12-31", "B", "2019-12-31"));
        day(Map.of("A", "2020-01-01", "B", "2020-01-01"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsASlowClockByTheMajority() {
        day(Map.of("A", "2020-03-02", "B", "2020-03-02", "C", "2012-04-12"));
        day(Map.of("A", "2020-03-03", "B", "2020-03-03", "C", "2012-04-13"));
        assertThat(faults()).containsExactly("C OFFSET 2881 x10", "C OFFSET 2881 x10");
    }

    @Test
    void findsAFastClock() {
        day(Map.of("A", "2020-03-02", "B", "2020-03-02", "C", "2020-03-09"));
        assertThat(faults()).containsExactly("C OFFSET -7 x10");
    }

    @Test
    void findsTheYearOfTheWeekEvenIfMostOfficesHaveIt() {
        day(Map.of("A", "2020-12-30", "B", "2020-12-30", "C", "2020-12-30", "D", "2019-12-30", "E", "2012-02-09"));
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "A WEEK_YEAR -366 x10", "B WEEK_YEAR -366 x10", "C WEEK_YEAR -366 x10", "E OFFSET 2881 x10");
    }

    @Test
    void letsAnOfficeThatStandsAloneConvictItself() {
        day(Map.of("A", "2019-12-27"));
        day(Map.of("A", "2020-12-30"));
        day(Map.of("A", "2020-12-31"));
        day(Map.of("A", "2020-01-02"));
        assertThat(faults()).containsExactly("A WEEK_YEAR -366 x10", "A WEEK_YEAR -366 x10");
    }

    @Test
    void believesTheEndOfAnotherYear() {
        day(Map.of("A", "2020-12-30", "B", "2020-12-30"));
        day(Map.of("A", "2020-12-31", "B", "2020-12-31"));
        day(Map.of("A", "2021-01-01", "B", "2021-01-01"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void givesNoVerdictWithoutAMajority() {
        day(Map.of("A", "2020-03-02", "B", "2020-05-02"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void toleratesClocksAroundMidnight() {
        day(Map.of("A", "2020-03-02", "B", "2020-03-02", "C", "2020-03-03"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void comparesTheOfficesOfASinglePoll() {
        check.see("A", LocalDate.of(2020, 12, 31), 2);
        check.see("B", LocalDate.of(2019, 12, 31), 3);
        check.see("C", LocalDate.of(2012, 2, 10), 4);
        assertThat(faults()).containsExactly("A WEEK_YEAR -366 x1", "C OFFSET 2881 x1");
    }

    @Test
    void comparesOnlyOfficesThatArePolledAtTheSameTime() {
        for (int i = 0; i < 20; i++) {
            check.see("A", LocalDate.of(2020, 1, 1).plusDays(i / 10), ++line);
        }
        for (int i = 0; i < 20; i++) {
            check.see("B", LocalDate.of(2021, 6, 1).plusDays(i / 10), ++line);
        }
        for (int i = 0; i < 20; i++) {
            check.see("C", LocalDate.of(2021, 6, 1).plusDays(i / 10), ++line);
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void saysSoWhenTheRowsAreInNoOrderOfTime() {
        for (int i = 0; i < 100_010; i++) {
            check.see("A", LocalDate.of(2020, 1, 1 + i % 2), ++line);
        }
        assertThat(check.conclusive()).isFalse();
        assertThat(faults()).isEmpty();
    }
}
