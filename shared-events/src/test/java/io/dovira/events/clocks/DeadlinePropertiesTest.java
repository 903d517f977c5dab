package io.dovira.events.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every deadline, in zones with and without clock changes, in any calendar. */
class DeadlinePropertiesTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Kyiv"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));
    private static final long FROM = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long TO = Instant.parse("2032-01-01T00:00:00Z").toEpochMilli();

    @Property
    void isNeverBeforeTheStart(
            @ForAll("limits") Limit limit,
            @ForAll("instants") Instant start,
            @ForAll("zones") ZoneId zone,
            @ForAll("calendars") Calendar calendar) {
        assertThat(Deadline.of(limit, start, zone, calendar)).isAfterOrEqualTo(start);
    }

    @Property
    void comesNoEarlierForWhoStartsLater(
            @ForAll("limits") Limit limit,
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration later,
            @ForAll("zones") ZoneId zone,
            @ForAll("calendars") Calendar calendar) {
        assertThat(Deadline.of(limit, start.plus(later), zone, calendar))
                .isAfterOrEqualTo(Deadline.of(limit, start, zone, calendar));
    }

    @Property
    void endsWithTheLocalDayWhenItCountsDays(
            @ForAll("dayLimits") Limit limit,
            @ForAll("instants") Instant start,
            @ForAll("zones") ZoneId zone,
            @ForAll("calendars") Calendar calendar) {
        Instant due = Deadline.of(limit, start, zone, calendar);

        LocalDate day = due.atZone(zone).toLocalDate();
        Instant next = due.plusMillis(1);
        assertThat(next.atZone(zone).toLocalDate()).isEqualTo(day.plusDays(1));
        assertThat(next).isEqualTo(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Property
    void countsExactlyTheWorkThatIsAllowed(
            @ForAll("workSeconds") int seconds,
            @ForAll("instants") Instant start,
            @ForAll("zones") ZoneId zone,
            @ForAll("calendars") Calendar calendar) {
        Instant due = Deadline.of(new Limit(seconds, LimitUnit.WORKING_SECONDS), start, zone, calendar);

        assertThat(WorkingTime.between(start, due, zone, calendar)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(WorkingTime.between(start, due.minusMillis(1), zone, calendar))
                .isLessThan(Duration.ofSeconds(seconds));
    }

    @Property
    void countsSecondsWhenItIsAlwaysOpen(
            @ForAll("workSeconds") int seconds, @ForAll("instants") Instant start, @ForAll("zones") ZoneId zone) {
        assertThat(Deadline.of(new Limit(seconds, LimitUnit.WORKING_SECONDS), start, zone, Calendar.ALWAYS))
                .isEqualTo(Deadline.of(Limit.seconds(seconds), start, zone, Calendar.ALWAYS));
    }

    @Property
    void isNeverEarlierAfterAPause(
            @ForAll("limits") Limit limit,
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration until,
            @ForAll("durations") Duration pause,
            @ForAll("zones") ZoneId zone,
            @ForAll("calendars") Calendar calendar) {
        Instant due = Deadline.of(limit, start, zone, calendar);
        Instant paused = start.plus(until);

        Instant extended = Deadline.extended(limit, due, paused, paused.plus(pause), zone, calendar);

        assertThat(extended).isAfterOrEqualTo(due);
        if (!paused.isBefore(due)) {
            assertThat(extended).isEqualTo(due);
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(FROM, TO).map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, Duration.ofDays(40).toMillis()).map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<Integer> workSeconds() {
        return Arbitraries.integers().between(1, 400_000);
    }

    @Provide
    Arbitrary<Limit> dayLimits() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 60).map(Limit::days),
                Arbitraries.integers().between(1, 14).map(Limit::months),
                Arbitraries.integers().between(0, 40).map(Limit::workingDays));
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Arbitraries.oneOf(
                dayLimits(),
                Arbitraries.integers().between(0, 3600).map(Limit::immediately),
                Arbitraries.integers().between(1, 800_000).map(Limit::seconds),
                workSeconds().map(seconds -> new Limit(seconds, LimitUnit.WORKING_SECONDS)));
    }

    /** One to seven days of the week, each with one or two stretches; some days are closed, among them perhaps the days of a clock change. */
    @Provide
    Arbitrary<Calendar> calendars() {
        Arbitrary<List<WeeklyHours>> weeks = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(12, 24))
                .as((days, opens, closes) -> days.stream()
                        .flatMap(day -> Stream.of(
                                new WeeklyHours(day, time(opens), "10:45"),
                                new WeeklyHours(day, "11:00", time(closes))))
                        .toList());
        Arbitrary<List<DatedHours>> closures = Arbitraries.longs()
                .between(FROM, TO)
                .map(at -> Instant.ofEpochMilli(at).atZone(ZoneId.of("UTC")).toLocalDate())
                .set()
                .ofMaxSize(30)
                .map(days -> days.stream()
                        .map(day -> new DatedHours(day, null, null, Map.of("en", "Closed")))
                        .toList());
        return Combinators.combine(weeks, closures).as(Timetable::new);
    }

    private static String time(int hour) {
        return hour == 24 ? "24:00" : LocalTime.of(hour, 0).toString();
    }
}
