package io.dovira.events.visits;

import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The desk calls the waiting leg. */
@StoredAs("visit.visitor-called")
public record VisitorCalled(VisitId visit, int leg, DeskId desk, StaffId staff) implements VisitFact {}
