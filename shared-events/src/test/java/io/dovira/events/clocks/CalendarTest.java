package io.dovira.events.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private static final Timetable MONDAYS =
            new Timetable(List.of(new WeeklyHours(DayOfWeek.MONDAY, "09:00", "18:00")), List.of());
    private static final Timetable TUESDAYS =
            new Timetable(List.of(new WeeklyHours(DayOfWeek.TUESDAY, "00:00", "24:00")), List.of());

    @Test
    void holdsFromItsFirstDayUntilTheNextOneBegins() {
        Calendars calendars =
                Calendars.from(LocalDate.parse("2026-01-01"), MONDAYS).and(LocalDate.parse("2026-03-03"), TUESDAYS);

        assertThat(calendars.isWorkingDay(LocalDate.parse("2026-03-02"))).isTrue();
        assertThat(calendars.isWorkingDay(LocalDate.parse("2026-03-03"))).isTrue();
        assertThat(calendars.isWorkingDay(LocalDate.parse("2026-03-09"))).isFalse();
        assertThat(calendars.isWorkingDay(LocalDate.parse("2025-12-29")))
                .as("the first holds before its day too")
                .isTrue();
        assertThat(calendars.firstDays()).containsExactly(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-03"));
    }

    @Test
    void takesThePlaceOfOneWithTheSameFirstDay() {
        LocalDate first = LocalDate.parse("2026-01-01");

        assertThat(Calendars.from(first, MONDAYS).and(first, TUESDAYS).on(LocalDate.parse("2026-03-02")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 18:00",
        "09:00, 24:01",
        "25:00, 26:00",
        "18:00, 09:00",
        "09:00, 09:00",
        "09:60, 10:00",
        "'', 10:00"
    })
    void refusesHoursThatAreNone(String from, String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeeklyHours(DayOfWeek.MONDAY, from, to));
    }

    @Test
    void refusesHoursThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable(
                        List.of(
                                new WeeklyHours(DayOfWeek.MONDAY, "12:00", "18:00"),
                                new WeeklyHours(DayOfWeek.MONDAY, "09:00", "13:00")),
                        List.of()));
    }

    @Test
    void refusesADayThatIsClosedAndOpen() {
        LocalDate day = LocalDate.parse("2026-08-24");
        List<WeeklyHours> week = List.of(new WeeklyHours(DayOfWeek.MONDAY, "09:00", "18:00"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable(
                        week,
                        List.of(
                                new DatedHours(day, "10:00", "12:00", Map.of("en", "Open")),
                                new DatedHours(day, null, null, Map.of("en", "Closed")))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatedHours(day, "10:00", null, Map.of("en", "Open end")));
    }

    @Test
    void refusesAWeekInWhichNobodyWorks() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timetable(List.of(), List.of()));
    }

    @Test
    void givesUpOnACalendarThatIsClosedForGood() {
        Calendar closed = day -> List.of();
        Instant start = Instant.parse("2026-03-02T09:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadline.of(Limit.workingHours(1), start, ZoneOffset.UTC, closed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadline.of(Limit.workingDays(1), start, ZoneOffset.UTC, closed));
    }
}
