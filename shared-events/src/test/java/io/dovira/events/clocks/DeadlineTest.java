package io.dovira.events.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are local; the last instant in time is wanted, to the millisecond. */
class DeadlineTest {
    private static final String KYIV = "Europe/Kyiv";

    /** Monday to Friday, 09:00-18:00 with a break at noon; 24 August closed, the Saturday after it open until 14:00. */
    private static final Timetable OFFICE = new Timetable(
            Stream.of(DayOfWeek.values())
                    .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                    .flatMap(day ->
                            Stream.of(new WeeklyHours(day, "09:00", "13:00"), new WeeklyHours(day, "14:00", "18:00")))
                    .toList(),
            List.of(
                    new DatedHours(LocalDate.parse("2026-08-24"), null, null, Map.of("en", "Independence Day")),
                    new DatedHours(LocalDate.parse("2026-08-29"), "10:00", "14:00", Map.of("en", "Makes up for it"))));

    @ParameterizedTest
    @CsvSource({
        // A plain day; whole days and months end with the local day.
        "2026-03-02T09:30,        SECONDS, 259200, 2026-03-05T09:30",
        "2026-03-02T09:30,        IMMEDIATELY,  0, 2026-03-02T09:30",
        "2026-03-02T09:30,        IMMEDIATELY, 300, 2026-03-02T09:35",
        "2026-03-02T09:30,        DAYS,        15, 2026-03-17T23:59:59.999",
        "2026-03-02T09:30,        DAYS,         0, 2026-03-02T23:59:59.999",
        "2026-03-02T09:30,        MONTHS,       1, 2026-04-02T23:59:59.999",
        // Midnight: its first and last millisecond belong to different days.
        "2026-03-02T00:00,        DAYS,         5, 2026-03-07T23:59:59.999",
        "2026-03-01T23:59:59.999, DAYS,         5, 2026-03-06T23:59:59.999",
        "2026-03-02T00:00,        SECONDS,  10800, 2026-03-02T03:00",
        // The end of the month and the leap day.
        "2026-01-31T15:20,        MONTHS,       1, 2026-02-28T23:59:59.999",
        "2028-01-31T15:20,        MONTHS,       1, 2028-02-29T23:59:59.999",
        "2028-01-29T15:20,        MONTHS,       1, 2028-02-29T23:59:59.999",
        "2028-02-29T15:20,        MONTHS,      12, 2029-02-28T23:59:59.999",
        "2028-02-29T15:20,        MONTHS,       1, 2028-03-29T23:59:59.999",
        "2026-08-31T15:20,        MONTHS,       1, 2026-09-30T23:59:59.999",
        "2028-02-14T08:00,        DAYS,        15, 2028-02-29T23:59:59.999",
        "2026-12-31T08:00,        DAYS,         1, 2027-01-01T23:59:59.999",
        // Clocks go forward on 29 March at 03:00 and back on 25 October at 04:00. Hours are real hours, days are local
        // days.
        "2026-03-28T12:00,        SECONDS,  86400, 2026-03-29T13:00",
        "2026-03-28T12:00,        SECONDS, 259200, 2026-03-31T13:00",
        "2026-10-24T12:00,        SECONDS,  86400, 2026-10-25T11:00",
        "2026-03-28T12:00,        DAYS,         1, 2026-03-29T23:59:59.999",
        "2026-10-24T12:00,        DAYS,         1, 2026-10-25T23:59:59.999",
        "2026-02-28T12:00,        MONTHS,       1, 2026-03-28T23:59:59.999",
    })
    void countsWhatTheUnitSays(String start, LimitUnit unit, int amount, String due) {
        assertThat(Deadline.of(new Limit(amount, unit), at(start), ZoneId.of(KYIV), Calendar.ALWAYS))
                .isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        // Tuesday.
        "2026-03-03T10:00, WORKING_SECONDS, 7200, 2026-03-03T12:00",
        // Over noon, over night, over the weekend.
        "2026-03-03T12:00, WORKING_SECONDS, 7200, 2026-03-03T15:00",
        "2026-03-03T17:00, WORKING_SECONDS, 7200, 2026-03-04T10:00",
        "2026-03-06T17:00, WORKING_SECONDS, 7200, 2026-03-09T10:00",
        // Exactly to the end of the day; one second more is the next day.
        "2026-03-03T16:00, WORKING_SECONDS, 7200, 2026-03-03T18:00",
        "2026-03-03T16:00, WORKING_SECONDS, 7201, 2026-03-04T09:00:01",
        // Begun while closed.
        "2026-03-07T12:00, WORKING_SECONDS, 3600, 2026-03-09T10:00",
        "2026-03-03T03:00, WORKING_SECONDS, 3600, 2026-03-03T10:00",
        // The holiday on a Monday, and the Saturday that makes up for it.
        "2026-08-21T17:00, WORKING_SECONDS, 7200, 2026-08-25T10:00",
        "2026-08-28T17:00, WORKING_SECONDS, 7200, 2026-08-29T11:00",
        "2026-08-28T17:00, WORKING_SECONDS, 21600, 2026-08-31T10:00",
        // Clocks go back on Sunday, nobody is there.
        "2026-10-23T17:00, WORKING_SECONDS, 7200, 2026-10-26T10:00",
        "2026-03-03T10:00, WORKING_DAYS, 1, 2026-03-04T23:59:59.999",
        "2026-03-06T10:00, WORKING_DAYS, 1, 2026-03-09T23:59:59.999",
        "2026-03-07T10:00, WORKING_DAYS, 1, 2026-03-09T23:59:59.999",
        "2026-08-21T10:00, WORKING_DAYS, 1, 2026-08-25T23:59:59.999",
        "2026-08-27T10:00, WORKING_DAYS, 2, 2026-08-29T23:59:59.999",
        "2026-03-03T10:00, WORKING_DAYS, 0, 2026-03-03T23:59:59.999",
        "2026-03-07T10:00, WORKING_DAYS, 0, 2026-03-09T23:59:59.999",
        "2026-08-22T10:00, WORKING_DAYS, 0, 2026-08-25T23:59:59.999",
        // At noon there is still work to come; when it has closed there is none.
        "2026-03-03T13:30, WORKING_DAYS, 0, 2026-03-03T23:59:59.999",
        "2026-03-03T18:00, WORKING_DAYS, 0, 2026-03-04T23:59:59.999",
        "2026-08-29T15:00, WORKING_DAYS, 0, 2026-08-31T23:59:59.999",
        "2026-03-03T20:30, WORKING_DAYS, 1, 2026-03-04T23:59:59.999",
    })
    void countsWorkingTimeByTheCalendar(String start, LimitUnit unit, int amount, String due) {
        assertThat(Deadline.of(new Limit(amount, unit), at(start), ZoneId.of(KYIV), OFFICE))
                .isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30, SECONDS,      7200, 2026-03-02T10:30, 2026-03-03T10:30, 2026-03-03T11:30",
        "2026-03-02T09:30, DAYS,           15, 2026-03-10T08:00, 2026-03-12T20:00, 2026-03-19T23:59:59.999",
        "2026-03-02T09:30, DAYS,           15, 2026-03-10T08:00, 2026-03-10T20:00, 2026-03-17T23:59:59.999",
        "2026-01-31T09:30, MONTHS,          1, 2026-02-10T08:00, 2026-02-11T08:00, 2026-03-01T23:59:59.999",
        "2026-03-03T17:00, WORKING_SECONDS, 7200, 2026-03-03T17:30, 2026-03-05T09:00, 2026-03-05T10:30",
        "2026-03-03T10:00, WORKING_DAYS,    5, 2026-03-04T08:00, 2026-03-11T08:00, 2026-03-17T23:59:59.999",
        "2026-03-03T10:00, WORKING_DAYS,    0, 2026-03-03T11:00, 2026-03-06T17:59, 2026-03-06T23:59:59.999",
        "2026-03-03T10:00, WORKING_DAYS,    0, 2026-03-03T11:00, 2026-03-06T20:30, 2026-03-09T23:59:59.999",
        // Missed before the pause: stays missed. Resumed at once: nothing changed.
        "2026-03-02T09:30, SECONDS,      7200, 2026-03-02T12:30, 2026-03-03T10:30, 2026-03-02T11:30",
        "2026-03-02T09:30, SECONDS,      7200, 2026-03-02T10:30, 2026-03-02T10:30, 2026-03-02T11:30",
    })
    void givesBackTheTimeOfAPause(String start, LimitUnit unit, int amount, String paused, String resumed, String due) {
        Limit limit = new Limit(amount, unit);
        ZoneId zone = ZoneId.of(KYIV);
        Instant before = Deadline.of(limit, at(start), zone, OFFICE);

        assertThat(Deadline.extended(limit, before, at(paused), at(resumed), zone, OFFICE))
                .isEqualTo(at(due));
    }

    @Test
    void endsTheDayOfThePlaceNotOfTheServer() {
        Instant start = Instant.parse("2026-03-02T23:30:00Z");

        assertThat(Deadline.of(Limit.days(1), start, ZoneId.of(KYIV), Calendar.ALWAYS))
                .isEqualTo("2026-03-04T21:59:59.999Z");
        assertThat(Deadline.of(Limit.days(1), start, ZoneId.of("America/New_York"), Calendar.ALWAYS))
                .isEqualTo("2026-03-04T04:59:59.999Z");
    }

    @Test
    void endsADayWhoseMidnightTheClockChangeLeavesOut() {
        // In Santiago clocks went from 24:00 to 01:00 on 6 September 2025: the day after begins at one o'clock.
        Instant start =
                ZonedDateTime.parse("2025-09-05T12:00-04:00[America/Santiago]").toInstant();

        assertThat(Deadline.of(Limit.days(1), start, ZoneId.of("America/Santiago"), Calendar.ALWAYS))
                .isEqualTo("2025-09-07T03:59:59.999Z");
    }

    @Test
    void opensAtTheClockChangeWhatWouldOpenInTheMissingHour() {
        Timetable night = new Timetable(List.of(new WeeklyHours(DayOfWeek.SUNDAY, "03:30", "06:00")), List.of());

        // 03:30 to 04:00 do not exist on 29 March in Kyiv: two hours are left.
        assertThat(WorkingTime.between(at("2026-03-28T12:00"), at("2026-03-30T12:00"), ZoneId.of(KYIV), night))
                .hasHours(2);
    }

    @Test
    void refusesLimitsThatMeanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.seconds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.days(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.months(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.months(1201));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(KYIV)).toInstant();
    }
}
