package io.dovira.events.visits;

import io.dovira.events.Fact;
import io.dovira.events.VisitId;

/** What can happen in a visit, in its own stream. */
public sealed interface VisitFact extends Fact
        permits VisitorArrived,
                TicketIssued,
                VisitorCalled,
                VisitorRecalled,
                LegRecycled,
                ServiceStarted,
                ServiceHeld,
                ServiceResumed,
                LegTransferred,
                ServiceFinished,
                VisitorNoShow,
                VisitorAbandoned,
                VisitClosedBySystem,
                VisitCorrectionProposed,
                VisitCorrectionRejected,
                VisitCorrected {
    VisitId visit();
}
