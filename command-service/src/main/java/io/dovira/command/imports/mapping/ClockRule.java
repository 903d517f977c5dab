package io.dovira.command.imports.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the clocks of the offices are compared, and which faults may be repaired.
 *
 * @param keepUnrepaired rows of a faulty clock without a repair are kept as they are; else they are rejected
 */
public record ClockRule(boolean check, boolean keepUnrepaired, List<Repair> repairs) {
    public ClockRule {
        repairs = List.copyOf(repairs);
    }

    /** What can be wrong with the clock of an office. */
    public enum Fault {
        /** The year of the week stands in place of the calendar year: wrong in the days around New Year only. */
        WEEK_YEAR,
        /** The clock is a number of days ahead or behind. */
        OFFSET
    }

    /**
     * Leave to repair a fault that the check has found.
     *
     * @param office as the file writes it; null for every office
     * @param days days to add; null for as many as the fault says
     */
    public record Repair(
            Fault fault, @Nullable String office, @Nullable Integer days, String reason) {}
}
