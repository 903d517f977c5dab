package io.dovira.events.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Arithmetic of opening hours. Pure. */
public final class WorkingTime {
    /** Whoever closes every day for so long has given up; a calendar that says so is a mistake, not a reason to count for ever. */
    private static final int LONGEST_CLOSURE_DAYS = 3_660;

    private static final Duration MOMENT = Duration.ofNanos(1);

    private WorkingTime() {}

    /** How much working time lies between two instants; zero if the second is not later. */
    public static Duration between(Instant from, Instant to, ZoneId zone, Calendar calendar) {
        Duration worked = Duration.ZERO;
        if (!from.isBefore(to)) {
            return worked;
        }
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Hours hours : calendar.on(day)) {
                Instant opens = later(hours.opens(day, zone), from);
                Instant closes = earlier(hours.closes(day, zone), to);
                if (opens.isBefore(closes)) {
                    worked = worked.plus(Duration.between(opens, closes));
                }
            }
        }
        return worked;
    }

    /** The first instant by which that much has been worked since {@code from}. */
    public static Instant after(Instant from, Duration work, ZoneId zone, Calendar calendar) {
        if (!work.isPositive()) {
            return from;
        }
        Duration left = work;
        int closed = 0;
        for (LocalDate day = from.atZone(zone).toLocalDate(); closed < LONGEST_CLOSURE_DAYS; day = day.plusDays(1)) {
            closed++;
            for (Hours hours : calendar.on(day)) {
                Instant opens = later(hours.opens(day, zone), from);
                Instant closes = hours.closes(day, zone);
                if (opens.isBefore(closes)) {
                    Duration open = Duration.between(opens, closes);
                    if (open.compareTo(left) >= 0) {
                        return opens.plus(left);
                    }
                    left = left.minus(open);
                    closed = 0;
                }
            }
        }
        throw closedForGood(from);
    }

    /** The n-th working day after the one of this instant; for 0 the one on which there is the next work to do after it: itself until it closes. */
    static LocalDate day(Instant from, int days, ZoneId zone, Calendar calendar) {
        if (days == 0) {
            return after(from, MOMENT, zone, calendar).atZone(zone).toLocalDate();
        }
        LocalDate day = from.atZone(zone).toLocalDate();
        int left = days;
        int closed = 0;
        while (left > 0) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
                closed = 0;
            } else if (++closed >= LONGEST_CLOSURE_DAYS) {
                throw new IllegalArgumentException("the calendar has no working day for ten years after " + from);
            }
        }
        return day;
    }

    /** Working days after the first day, up to and with the second. */
    static int days(LocalDate after, LocalDate until, Calendar calendar) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            days += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    private static IllegalArgumentException closedForGood(Instant from) {
        return new IllegalArgumentException("the calendar has no opening hours for ten years after " + from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
