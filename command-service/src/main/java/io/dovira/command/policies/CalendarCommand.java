package io.dovira.command.policies;

import io.dovira.events.CalendarId;

/** What can be asked for about a calendar. */
public sealed interface CalendarCommand permits PublishCalendar {
    CalendarId calendar();
}
