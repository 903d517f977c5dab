package io.dovira.query.custody;

import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit and its shifts, under the id of its office.
 *
 * @param onDutySince when the present shift took over; null before the first hand-over
 */
record UnitShift(String office, CustodyUnit unit, @Nullable Instant onDutySince) {

    static UnitShift after(@Nullable UnitShift before, UnitFact fact, Instant at) {
        return new UnitShift(
                fact.office().value(),
                CustodyUnit.evolve(before == null ? null : before.unit, fact, at),
                fact instanceof ShiftHandedOver ? at : before == null ? null : before.onDutySince);
    }
}
