package io.dovira.command.policies;

import io.dovira.events.CalendarId;

/** What the aggregate asks of the rest of the service: whether a calendar is known now. */
interface PolicySurroundings {
    boolean knows(CalendarId calendar);
}
