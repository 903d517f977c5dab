package io.dovira.events.visits;

import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** Called again because nobody came; the last call ends the wait. */
@StoredAs("visit.visitor-recalled")
public record VisitorRecalled(VisitId visit, int leg, DeskId desk, StaffId staff) implements VisitFact {}
