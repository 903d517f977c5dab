package io.dovira.command.floor;

import io.dovira.events.Recorded;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import io.dovira.events.waits.WaitRules;
import io.dovira.events.waits.WaitTargets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit, how long each of its waits may take, and which event told each of its fields: a correction names the event that told it wrong.
 *
 * @param told ids of events, by number of the leg and field
 */
record Guest(Visit visit, WaitTargets targets, Map<Integer, Map<CorrectedField, String>> told) {

    /**
     * The guest after one more fact.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    static Guest evolve(
            @Nullable Guest before, VisitFact fact, Recorded<?> recorded, OfficeTerms office, WaitRules rules) {
        Visit was = before == null ? null : before.visit;
        Visit visit = Visit.evolve(was, fact, recorded.occurredAt());
        String eventId = recorded.eventId();
        Map<Integer, Map<CorrectedField, String>> told = before == null ? Map.of() : before.told;
        return new Guest(
                visit,
                WaitTargets.evolve(
                        before == null ? null : before.targets, was, visit, office, rules, recorded.position()),
                switch (fact) {
                    case TicketIssued ignored ->
                        tells(told, 1, eventId, CorrectedField.QUEUED_AT, CorrectedField.SERVICE);
                    case VisitorCalled f -> called(told, f.leg(), eventId);
                    case VisitorRecalled f -> called(told, f.leg(), eventId);
                    case ServiceStarted f -> tells(told, f.leg(), eventId, CorrectedField.STARTED_AT);
                    case LegTransferred f ->
                        tells(
                                tells(told, f.leg(), eventId, CorrectedField.ENDED_AT),
                                f.leg() + 1,
                                eventId,
                                CorrectedField.QUEUED_AT,
                                CorrectedField.SERVICE);
                    case ServiceFinished f -> tells(told, f.leg(), eventId, CorrectedField.ENDED_AT);
                    case VisitorNoShow f -> tells(told, f.leg(), eventId, CorrectedField.ENDED_AT);
                    case VisitorAbandoned f -> tells(told, f.leg(), eventId, CorrectedField.ENDED_AT);
                    case VisitClosedBySystem f -> tells(told, f.leg(), eventId, CorrectedField.ENDED_AT);
                    case VisitCorrected f -> tells(told, f.leg(), eventId, f.field());
                    case VisitorArrived ignored -> told;
                    case LegRecycled ignored -> told;
                    case ServiceHeld ignored -> told;
                    case ServiceResumed ignored -> told;
                    case VisitCorrectionProposed ignored -> told;
                    case VisitCorrectionRejected ignored -> told;
                });
    }

    private static Map<Integer, Map<CorrectedField, String>> called(
            Map<Integer, Map<CorrectedField, String>> told, int leg, String eventId) {
        return tells(told, leg, eventId, CorrectedField.CALLED_AT, CorrectedField.DESK, CorrectedField.STAFF);
    }

    private static Map<Integer, Map<CorrectedField, String>> tells(
            Map<Integer, Map<CorrectedField, String>> told, int leg, String eventId, CorrectedField... fields) {
        Map<Integer, Map<CorrectedField, String>> more = new HashMap<>(told);
        Map<CorrectedField, String> ofLeg = new EnumMap<>(CorrectedField.class);
        ofLeg.putAll(told.getOrDefault(leg, Map.of()));
        for (CorrectedField field : fields) {
            ofLeg.put(field, eventId);
        }
        more.put(leg, ofLeg);
        return more;
    }
}
