package io.dovira.query.compare;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How days are put together in a series. */
enum Bucket {
    DAY,
    /** From Monday to Sunday: for what too few people do on a day, and for what differs by the day of the week. */
    WEEK;

    /** The name in a request. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the bucket. */
    LocalDate first(LocalDate day) {
        return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first day after the bucket. */
    LocalDate end(LocalDate first) {
        return this == DAY ? first.plusDays(1) : first.plusWeeks(1);
    }
}
