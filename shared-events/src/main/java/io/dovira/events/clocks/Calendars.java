package io.dovira.events.clocks;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One calendar through the years: each timetable holds from its first day until the next one begins. Before the first of them, the first holds:
 * a clock that started earlier still needs an answer. Immutable.
 */
public final class Calendars implements Calendar {
    private final NavigableMap<LocalDate, Timetable> byFirstDay;

    private Calendars(NavigableMap<LocalDate, Timetable> byFirstDay) {
        this.byFirstDay = byFirstDay;
    }

    public static Calendars from(LocalDate firstDay, Timetable timetable) {
        return new Calendars(new TreeMap<>(Map.of(firstDay, timetable)));
    }

    /** With one more; it takes the place of one that has the same first day. */
    public Calendars and(LocalDate firstDay, Timetable timetable) {
        NavigableMap<LocalDate, Timetable> more = new TreeMap<>(byFirstDay);
        more.put(firstDay, timetable);
        return new Calendars(more);
    }

    /** The first days in force, in order. */
    public List<LocalDate> firstDays() {
        return List.copyOf(byFirstDay.keySet());
    }

    /** The timetables by their first day. */
    public NavigableMap<LocalDate, Timetable> timetables() {
        return Collections.unmodifiableNavigableMap(byFirstDay);
    }

    @Override
    public List<Hours> on(LocalDate day) {
        var inForce = byFirstDay.floorEntry(day);
        return (inForce == null ? byFirstDay.firstEntry() : inForce).getValue().on(day);
    }
}
