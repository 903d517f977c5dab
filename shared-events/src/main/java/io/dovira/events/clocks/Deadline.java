package io.dovira.events.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The last instant that is still in time. Who acts at it is on time, who acts a millisecond later is not.
 *
 * <pre>
 * started 31 January 15:20      72 hours -> 3 February 15:20:00.000
 *                               15 days  -> 15 February 23:59:59.999, local
 *                               1 month  -> 28 or 29 February 23:59:59.999, local
 * </pre>
 *
 * Days and months end with the last millisecond of the local day, the smallest unit of the log. Pure.
 */
public final class Deadline {
    private Deadline() {}

    /**
     * When something that started is due.
     *
     * @param zone of the place where the clock runs
     * @param calendar for limits in working time; others do not look at it
     */
    public static Instant of(Limit limit, Instant start, ZoneId zone, Calendar calendar) {
        LocalDate day = start.atZone(zone).toLocalDate();
        return switch (limit.unit()) {
            case IMMEDIATELY, SECONDS -> start.plusSeconds(limit.amount());
            case DAYS -> endOf(day.plusDays(limit.amount()), zone);
            case MONTHS -> endOf(day.plusMonths(limit.amount()), zone);
            case WORKING_SECONDS -> WorkingTime.after(start, Duration.ofSeconds(limit.amount()), zone, calendar);
            case WORKING_DAYS -> endOf(WorkingTime.day(start, limit.amount(), zone, calendar), zone);
        };
    }

    /**
     * The deadline of a clock that stood still for a while. What was missed before the pause stays missed.
     *
     * @param due the deadline before the pause
     */
    public static Instant extended(
            Limit limit, Instant due, Instant paused, Instant resumed, ZoneId zone, Calendar calendar) {
        if (!paused.isBefore(due) || !resumed.isAfter(paused)) {
            return due;
        }
        LocalDate pauseDay = paused.atZone(zone).toLocalDate();
        LocalDate resumeDay = resumed.atZone(zone).toLocalDate();
        LocalDate dueDay = due.atZone(zone).toLocalDate();
        return switch (limit.unit()) {
            case IMMEDIATELY, SECONDS -> due.plus(Duration.between(paused, resumed));
            case DAYS, MONTHS -> endOf(dueDay.plusDays(ChronoUnit.DAYS.between(pauseDay, resumeDay)), zone);
            case WORKING_SECONDS ->
                WorkingTime.after(resumed, WorkingTime.between(paused, due, zone, calendar), zone, calendar);
            case WORKING_DAYS ->
                endOf(WorkingTime.day(resumed, WorkingTime.days(pauseDay, dueDay, calendar), zone, calendar), zone);
        };
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }
}
