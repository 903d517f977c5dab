package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.ClockRule.Fault;

/**
 * Consecutive rows of an office that bear a wrong date.
 *
 * @param office as the file writes it
 * @param days to be added to put it right; negative for a clock that is ahead
 */
public record ClockFault(String office, Fault fault, int days, long firstLine, long lastLine, long rows) {

    /** Says it to people. */
    public String describe() {
        return switch (fault) {
            case WEEK_YEAR -> "clock of " + office + " writes the year of the week in place of the calendar year";
            case OFFSET -> "clock of " + office + " is " + Math.abs(days) + " days " + (days > 0 ? "behind" : "ahead");
        };
    }
}
