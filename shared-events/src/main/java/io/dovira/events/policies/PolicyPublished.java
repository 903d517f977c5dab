package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.Names;
import io.dovira.events.PolicyId;
import io.dovira.events.StoredAs;
import io.dovira.events.clocks.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy is known from now on. It says how long something may take ({@code limit}), how much ({@code number}), or both.
 *
 * @param version from 1, without gaps
 * @param calendar by which working time is counted; there if the limit is in working time
 * @param pausedBy stored names of the facts that stop its clock for a while; empty: nothing does
 * @param basis the law or order that it rests on, by language tag
 * @param inForceFrom first instant at which it holds
 * @param inForceUntil first instant at which it no longer does; null until it is ended
 * @param retroactive whether it began before it was published
 * @param reason why it was published; there if it is retroactive
 */
@StoredAs("policy.policy-published")
public record PolicyPublished(
        PolicyId policy,
        int version,
        Map<String, String> name,
        @Nullable Limit limit,
        @Nullable Integer number,
        @Nullable CalendarId calendar,
        List<String> pausedBy,
        Map<String, String> basis,
        Instant inForceFrom,
        @Nullable Instant inForceUntil,
        boolean retroactive,
        @Nullable String reason)
        implements PolicyFact {
    public PolicyPublished {
        name = Names.checked("policy name", name);
        basis = Names.checked("legal basis", basis);
        pausedBy = List.copyOf(pausedBy);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1, not " + version);
        }
        if (limit == null && number == null) {
            throw new IllegalArgumentException("a policy needs a limit or a number");
        }
        if (number != null && number < 0) {
            throw new IllegalArgumentException("the number of a policy is not negative, unlike " + number);
        }
        if (limit != null && limit.unit().needsCalendar() && calendar == null) {
            throw new IllegalArgumentException("a limit in " + limit.unit() + " needs a calendar");
        }
        if (inForceUntil != null && !inForceUntil.isAfter(inForceFrom)) {
            throw new IllegalArgumentException("a policy ends after it began");
        }
        if (retroactive && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("what holds for the past needs a reason");
        }
    }
}
