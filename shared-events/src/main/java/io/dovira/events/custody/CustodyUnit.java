package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custody unit as its facts tell it.
 *
 * @param held who is in it, in the order of their coming
 * @param handovers how many were signed by both
 * @param offeredBy the outgoing shift, once it has signed and until the incoming one does
 * @param onDuty who took over last; null before the first hand-over
 * @param lastAt when its newest fact happened
 */
public record CustodyUnit(
        OfficeId office,
        List<Held> held,
        int handovers,
        @Nullable String offeredBy,
        @Nullable String onDuty,
        Instant lastAt,
        int facts) {

    /** One person in the unit. */
    public record Held(CustodyId custody, PersonId person) {}

    public CustodyUnit {
        held = List.copyOf(held);
    }

    /** The state after one more fact; {@code before} is null before the first. */
    public static CustodyUnit evolve(@Nullable CustodyUnit before, UnitFact fact, Instant at) {
        CustodyUnit so = before == null ? new CustodyUnit(fact.office(), List.of(), 0, null, null, at, 0) : before;
        return switch (fact) {
            case PersonAdmitted f -> so.with(so.and(new Held(f.custody(), f.person())), at);
            case PersonLeft f ->
                so.with(
                        so.held.stream()
                                .filter(held -> !held.custody().equals(f.custody()))
                                .toList(),
                        at);
            case HandoverOffered f ->
                new CustodyUnit(so.office, so.held, so.handovers, f.from(), so.onDuty, so.newest(at), so.facts + 1);
            case ShiftHandedOver f ->
                new CustodyUnit(so.office, so.held, f.handover(), null, f.to(), so.newest(at), so.facts + 1);
        };
    }

    private CustodyUnit with(List<Held> now, Instant at) {
        return new CustodyUnit(office, now, handovers, offeredBy, onDuty, newest(at), facts + 1);
    }

    private List<Held> and(Held one) {
        List<Held> all = new ArrayList<>(held);
        all.add(one);
        return all;
    }

    private Instant newest(Instant at) {
        return facts > 0 && lastAt.isAfter(at) ? lastAt : at;
    }
}
