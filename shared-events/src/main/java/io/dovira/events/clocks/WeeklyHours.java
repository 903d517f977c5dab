package io.dovira.events.clocks;

import java.time.DayOfWeek;

/** Open every week on this day, for example from {@code 09:00} to {@code 13:00}; a day may have several. */
public record WeeklyHours(DayOfWeek day, String from, String to) {
    public WeeklyHours {
        Hours.of(from, to);
    }

    Hours hours() {
        return Hours.of(from, to);
    }
}
