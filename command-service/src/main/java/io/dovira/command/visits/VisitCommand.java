package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** What can be asked for in a visit. */
public sealed interface VisitCommand
        permits ArriveVisitor, LegCommand, CorrectVisit, ApproveVisitCorrection, RejectVisitCorrection {
    VisitId visit();
}
