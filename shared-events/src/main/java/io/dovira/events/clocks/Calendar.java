package io.dovira.events.clocks;

import java.time.LocalDate;
import java.util.List;

/** When people work. Pure: a day always gives the same answer. */
@FunctionalInterface
public interface Calendar {
    /** Day and night, every day. */
    Calendar ALWAYS = day -> List.of(new Hours(0, 24 * 60));

    /** The opening hours of a local day, in order and apart; none on a day on which nobody works. */
    List<Hours> on(LocalDate day);

    default boolean isWorkingDay(LocalDate day) {
        return !on(day).isEmpty();
    }
}
