package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.Names;
import io.dovira.events.StoredAs;
import io.dovira.events.clocks.DatedHours;
import io.dovira.events.clocks.Timetable;
import io.dovira.events.clocks.WeeklyHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar holds from this local day on, until the next one of it begins; one with the same first day takes its place.
 *
 * @param basis the law or order that it rests on, by language tag
 * @param retroactive whether its first day had passed when it was published
 * @param reason why it was published; there if it is retroactive
 */
@StoredAs("calendar.calendar-published")
public record CalendarPublished(
        CalendarId calendar,
        Map<String, String> name,
        LocalDate firstDay,
        List<WeeklyHours> weekly,
        List<DatedHours> exceptions,
        Map<String, String> basis,
        boolean retroactive,
        @Nullable String reason)
        implements CalendarFact {
    public CalendarPublished {
        name = Names.checked("calendar name", name);
        basis = Names.checked("legal basis", basis);
        weekly = List.copyOf(weekly);
        exceptions = List.copyOf(exceptions);
        new Timetable(weekly, exceptions);
        if (retroactive && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("what holds for the past needs a reason");
        }
    }

    /** The hours that it tells. */
    public Timetable timetable() {
        return new Timetable(weekly, exceptions);
    }
}
