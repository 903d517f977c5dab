package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.Fact;

/** What can happen to a calendar, in its own stream. */
public sealed interface CalendarFact extends Fact permits CalendarPublished {
    CalendarId calendar();
}
