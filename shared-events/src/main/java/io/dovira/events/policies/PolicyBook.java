package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every policy and calendar that is known: a pure fold over their facts. A book that was folded up to a position says what was known there.
 * Immutable.
 */
public final class PolicyBook implements Rulebook {
    private static final PolicyBook EMPTY = new PolicyBook(new TreeMap<>(), new TreeMap<>());

    private final Map<String, PolicyHistory> policies;
    private final Map<String, CalendarHistory> calendars;

    private PolicyBook(Map<String, PolicyHistory> policies, Map<String, CalendarHistory> calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    public static PolicyBook empty() {
        return EMPTY;
    }

    /** With one more fact; facts of other features change nothing. */
    public PolicyBook after(Fact fact, Instant occurredAt) {
        if (fact instanceof PolicyFact f) {
            Map<String, PolicyHistory> more = new TreeMap<>(policies);
            more.compute(f.policy().value(), (id, before) -> PolicyHistory.evolve(before, f, occurredAt));
            return new PolicyBook(more, calendars);
        }
        if (fact instanceof CalendarFact f) {
            Map<String, CalendarHistory> more = new TreeMap<>(calendars);
            more.compute(f.calendar().value(), (id, before) -> CalendarHistory.evolve(before, f, occurredAt));
            return new PolicyBook(policies, more);
        }
        return this;
    }

    @Override
    public Optional<PolicyHistory> history(PolicyId policy) {
        return Optional.ofNullable(policies.get(policy.value()));
    }

    @Override
    public Optional<CalendarHistory> calendar(CalendarId calendar) {
        return Optional.ofNullable(calendars.get(calendar.value()));
    }

    /** Every policy, by id. */
    public Collection<PolicyHistory> policies() {
        return Collections.unmodifiableCollection(policies.values());
    }

    /** Every calendar, by id. */
    public Collection<CalendarHistory> calendars() {
        return Collections.unmodifiableCollection(calendars.values());
    }
}
