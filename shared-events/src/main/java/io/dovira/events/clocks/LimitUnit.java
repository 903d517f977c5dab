package io.dovira.events.clocks;

/** What a {@link Limit} counts. Days, months and working time are those of the place where the clock runs. */
public enum LimitUnit {
    /** "Without delay". The amount is the seconds after which nobody calls it that any more. */
    IMMEDIATELY(0, 315_576_000),
    /** Seconds that pass, day and night: 72 hours are 259,200 of them, also when the clocks are changed. */
    SECONDS(1, 315_576_000),
    /** Local days after the day on which the clock started; 0 is that day itself. Weekends and holidays count. */
    DAYS(0, 36_525),
    /** The same day of a later month, or its last day when it has no such day. */
    MONTHS(1, 1_200),
    /** Seconds within the opening hours of the calendar. */
    WORKING_SECONDS(1, 315_576_000),
    /** Days with opening hours after the day on which the clock started; 0 is that day itself or, if it has closed by then, the next one. */
    WORKING_DAYS(0, 10_000);

    private final int least;
    private final int most;

    LimitUnit(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Whether a calendar says how it is counted. */
    public boolean needsCalendar() {
        return this == WORKING_SECONDS || this == WORKING_DAYS;
    }
}
