package io.dovira.query.interactions;

import io.dovira.events.Recorded;
import io.dovira.events.cases.Case;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit or case in the index, under the name of its stream.
 *
 * @param kind {@code visit} or {@code case}
 * @param organisation of the office when the interaction began; null if the office was not known then
 * @param ticket empty while there is none, and for cases
 * @param service of the newest leg; null before the ticket is issued
 * @param state of the newest leg, {@code ARRIVED} before there is one; {@code OPEN}, {@code RESPONDED} or {@code CLOSED} for a case
 * @param openedAt arrival or opening; results are ordered by it
 * @param waitMillis of the first leg, from the queue to its last call; null while it waits and for cases
 * @param late whether any of its facts was recorded late, see {@link Lateness}
 * @param facts how many facts it is made of
 * @param visit the state that the next fact goes on from; null for a case
 * @param matter likewise for a case; null for a visit
 */
record Interaction(
        String kind,
        String office,
        @Nullable String organisation,
        String ticket,
        @Nullable String service,
        String channel,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long waitMillis,
        boolean late,
        String origin,
        int facts,
        @Nullable Visit visit,
        @Nullable Case matter) {
    static final String VISIT = "visit";
    static final String CASE = "case";
    static final String ARRIVED = "ARRIVED";

    /** The visit after one more fact. */
    static Interaction after(
            @Nullable Interaction before,
            VisitFact fact,
            Recorded<?> recorded,
            @Nullable String organisation,
            Lateness lateness) {
        Visit visit = Visit.evolve(before == null ? null : before.visit, fact, recorded.occurredAt());
        Leg last = visit.lastLeg();
        return new Interaction(
                VISIT,
                visit.office().value(),
                before == null ? organisation : before.organisation,
                visit.ticket(),
                last == null ? null : last.service().value(),
                visit.channel().name(),
                last == null ? ARRIVED : last.state().name(),
                visit.arrivedAt(),
                visit.isOpen() || last == null ? null : last.endedAt(),
                visit.legs().isEmpty() ? null : millis(visit.leg(1).waiting()),
                (before != null && before.late) || lateness.isLate(recorded),
                recorded.meta().origin().name(),
                visit.facts(),
                visit,
                null);
    }

    /** The case after one more fact. */
    static Interaction after(
            @Nullable Interaction before,
            CaseFact fact,
            Recorded<?> recorded,
            @Nullable String organisation,
            Lateness lateness) {
        Case matter = Case.evolve(before == null ? null : before.matter, fact, recorded.occurredAt());
        return new Interaction(
                CASE,
                matter.office().value(),
                before == null ? organisation : before.organisation,
                "",
                matter.service().value(),
                matter.channel(),
                stateOf(matter),
                matter.openedAt(),
                matter.closedAt(),
                null,
                (before != null && before.late) || lateness.isLate(recorded),
                recorded.meta().origin().name(),
                matter.facts(),
                null,
                matter);
    }

    static String stateOf(Case matter) {
        if (matter.closedAt() != null) {
            return "CLOSED";
        }
        return matter.respondedAt() != null ? "RESPONDED" : "OPEN";
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }
}
