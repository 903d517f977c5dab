package io.dovira.command.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.clocks.DatedHours;
import io.dovira.events.clocks.WeeklyHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opening hours that hold from their first day on. */
public record PublishCalendar(
        CalendarId calendar,
        Map<String, String> name,
        LocalDate firstDay,
        List<WeeklyHours> weekly,
        List<DatedHours> exceptions,
        Map<String, String> basis,
        @Nullable String reason)
        implements CalendarCommand {}
