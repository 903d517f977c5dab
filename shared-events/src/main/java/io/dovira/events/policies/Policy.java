package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy, as its facts tell it.
 *
 * @param limit how long something may take; null if it says only how much
 * @param number how much; null if it says only how long
 * @param calendar by which working time is counted; null if it is not
 * @param pausedBy stored names of the facts that stop its clock
 * @param basis the law or order that it rests on, by language tag
 * @param inForceUntil first instant at which it no longer holds; null while no end is known
 * @param retroactive whether it was published, or ended, for the past
 * @param withdrawn whether it was published by mistake
 */
public record Policy(
        PolicyId id,
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
        boolean withdrawn) {

    static Policy of(PolicyPublished f) {
        return new Policy(
                f.policy(),
                f.version(),
                f.name(),
                f.limit(),
                f.number(),
                f.calendar(),
                f.pausedBy(),
                f.basis(),
                f.inForceFrom(),
                f.inForceUntil(),
                f.retroactive(),
                false);
    }

    /** How facts and answers name it: {@code custody-without-ruling@2}. */
    public String ref() {
        return id + "@" + version;
    }

    /** Whether it is the rule at that instant, as far as it is concerned. */
    public boolean isInForce(Instant at) {
        return !withdrawn && !at.isBefore(inForceFrom) && (inForceUntil == null || at.isBefore(inForceUntil));
    }

    /** How much. @throws IllegalStateException if it says only how long */
    public int requireNumber() {
        if (number == null) {
            throw new IllegalStateException(ref() + " has no number");
        }
        return number;
    }

    /** How long. @throws IllegalStateException if it says only how much */
    public Limit requireLimit() {
        if (limit == null) {
            throw new IllegalStateException(ref() + " has no limit");
        }
        return limit;
    }

    Policy until(Instant end, boolean forThePast) {
        return new Policy(
                id,
                version,
                name,
                limit,
                number,
                calendar,
                pausedBy,
                basis,
                inForceFrom,
                end,
                retroactive || forThePast,
                withdrawn);
    }

    Policy withdrawnNow() {
        return new Policy(
                id,
                version,
                name,
                limit,
                number,
                calendar,
                pausedBy,
                basis,
                inForceFrom,
                inForceUntil,
                retroactive,
                true);
    }
}
