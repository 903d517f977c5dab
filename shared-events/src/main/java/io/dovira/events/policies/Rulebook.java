package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.Calendar;
import io.dovira.events.clocks.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** What the policies say, wherever they are kept. */
public interface Rulebook {
    /** A policy with all its versions; empty if nobody published it. */
    Optional<PolicyHistory> history(PolicyId policy);

    /** A calendar through the years; empty if nobody published it. */
    Optional<CalendarHistory> calendar(CalendarId calendar);

    /** The version valid at that instant; empty if there was no such rule then. */
    default Optional<Policy> at(PolicyId policy, Instant instant) {
        return history(policy).flatMap(history -> history.at(instant));
    }

    /** A version by its name, for example {@code custody-without-ruling@1}: whatever is in force, for what-if. */
    default Optional<Policy> named(String ref) {
        int sign = ref.lastIndexOf('@');
        if (sign < 1 || !ref.substring(sign + 1).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int version = Integer.parseInt(ref.substring(sign + 1));
        return history(new PolicyId(ref.substring(0, sign))).flatMap(history -> history.version(version));
    }

    /** When something that starts now is due by the rule valid now; empty if there is no such rule, or it has no limit. */
    default Optional<Due> due(PolicyId policy, Instant start, ZoneId zone) {
        return at(policy, start)
                .filter(valid -> valid.limit() != null)
                .map(valid -> new Due(valid.ref(), deadline(valid, start, zone)));
    }

    /** When something that starts then would be due by this version. */
    default Instant deadline(Policy policy, Instant start, ZoneId zone) {
        return Deadline.of(policy.requireLimit(), start, zone, calendar(policy));
    }

    /** The due moment of a clock that stood still for a while. */
    default Instant extended(Policy policy, Instant due, Instant paused, Instant resumed, ZoneId zone) {
        return Deadline.extended(policy.requireLimit(), due, paused, resumed, zone, calendar(policy));
    }

    /** The number valid at that instant; empty if there was no such rule then. */
    default OptionalInt number(PolicyId policy, Instant instant) {
        return at(policy, instant).map(Policy::number).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The calendar by which the policy counts; day and night if it names none, or none that is known. */
    default Calendar calendar(Policy policy) {
        CalendarId named = policy.calendar();
        return named == null
                ? Calendar.ALWAYS
                : calendar(named).map(CalendarHistory::calendar).orElse(Calendar.ALWAYS);
    }
}
