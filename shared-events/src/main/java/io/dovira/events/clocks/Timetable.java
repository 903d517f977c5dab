package io.dovira.events.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weekly hours with dated exceptions. At least one day of the week is open, so that working time never ends. Immutable. */
public final class Timetable implements Calendar {
    private final Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Hours>> dated = new HashMap<>();

    /** @throws IllegalArgumentException if no day is open, hours of a day overlap, or a day is both closed and open */
    public Timetable(List<WeeklyHours> week, List<DatedHours> exceptions) {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs opening hours on at least one day of the week");
        }
        for (WeeklyHours one : week) {
            weekly.computeIfAbsent(one.day(), day -> new ArrayList<>()).add(one.hours());
        }
        Map<LocalDate, Integer> rows = new HashMap<>();
        for (DatedHours one : exceptions) {
            List<Hours> hours = dated.computeIfAbsent(one.day(), day -> new ArrayList<>());
            one.hours().ifPresent(hours::add);
            if (rows.merge(one.day(), 1, Integer::sum) > Math.max(1, hours.size())) {
                throw new IllegalArgumentException(one.day() + " is named twice, and closed at least once");
            }
        }
        weekly.replaceAll((day, hours) -> ordered(hours));
        dated.replaceAll((day, hours) -> ordered(hours));
    }

    private static List<Hours> ordered(List<Hours> hours) {
        List<Hours> sorted =
                hours.stream().sorted(Comparator.comparingInt(Hours::from)).toList();
        Hours.requireApart(sorted);
        return sorted;
    }

    @Override
    public List<Hours> on(LocalDate day) {
        List<Hours> exception = dated.get(day);
        return exception != null ? exception : weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
