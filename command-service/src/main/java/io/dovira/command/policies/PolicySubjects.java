package io.dovira.command.policies;

import io.dovira.command.platform.Subject;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.CalendarHistory;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;

/** Policies and calendars as something that commands are for and states are read of. */
final class PolicySubjects {
    static final String POLICY_COMMANDS = "policies";
    static final String CALENDAR_COMMANDS = "calendars";

    static final Subject<PolicyFact, PolicyHistory> POLICIES =
            new Subject<>(POLICY_COMMANDS, PolicyFact.class, PolicyHistory.class, PolicyHistory::evolve);

    static final Subject<CalendarFact, CalendarHistory> CALENDARS =
            new Subject<>(CALENDAR_COMMANDS, CalendarFact.class, CalendarHistory.class, CalendarHistory::evolve);

    private PolicySubjects() {}
}
