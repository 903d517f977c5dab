package io.dovira.query.custody;

import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.PhaseSince;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay on the whiteboard, under the id of its record.
 *
 * @param held whether the unit, or whom it sent along, still holds the person
 * @param endedAt when it was held no more; null while it is
 * @param entries how many facts people entered
 * @param late how many of them were recorded late
 * @param corrected how many were set right
 * @param onDuty who answers for the person, by pseudonym; null before the first hand-over
 * @param custody the state that the next fact goes on from
 */
record Held(
        String office,
        String phase,
        boolean held,
        Instant apprehendedAt,
        @Nullable Instant endedAt,
        Origin origin,
        int entries,
        int late,
        int corrected,
        @Nullable String onDuty,
        Custody custody) {

    static Held after(@Nullable Held before, CustodyFact fact, Recorded<?> recorded, boolean entered, boolean late) {
        Custody custody = Custody.evolve(before == null ? null : before.custody, fact, recorded.occurredAt());
        return new Held(
                custody.office().value(),
                custody.phase().name(),
                custody.phase().isHeld(),
                custody.apprehendedAt(),
                endedAt(custody),
                before == null ? recorded.meta().origin() : before.origin,
                (before == null ? 0 : before.entries) + (entered ? 1 : 0),
                (before == null ? 0 : before.late) + (late ? 1 : 0),
                (before == null ? 0 : before.corrected) + (fact instanceof EntryCorrected ? 1 : 0),
                fact instanceof PersonHandedOver handed ? handed.to() : before == null ? null : before.onDuty,
                custody);
    }

    private static @Nullable Instant endedAt(Custody custody) {
        return custody.phases().stream()
                .filter(each -> !each.phase().isHeld())
                .map(PhaseSince::since)
                .findFirst()
                .orElse(null);
    }
}
