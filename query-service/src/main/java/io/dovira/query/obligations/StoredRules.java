package io.dovira.query.obligations;

import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.policies.CalendarHistory;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.events.policies.Rulebook;
import io.dovira.query.platform.Documents;
import java.util.Optional;

/** The policies as the documents of the fold keep them: those that were known to the fact at the position, whenever it is taken. */
record StoredRules(Documents documents, long position) implements Rulebook {
    @Override
    public Optional<PolicyHistory> history(PolicyId policy) {
        return Optional.ofNullable(documents.get(ObligationsFold.POLICIES, policy.value()))
                .flatMap(terms -> terms.at(position));
    }

    @Override
    public Optional<CalendarHistory> calendar(CalendarId calendar) {
        return Optional.ofNullable(documents.get(ObligationsFold.CALENDARS, calendar.value()))
                .flatMap(terms -> terms.at(position));
    }
}
