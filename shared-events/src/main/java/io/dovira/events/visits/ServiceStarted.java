package io.dovira.events.visits;

import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** Service begins at the desk. */
@StoredAs("visit.service-started")
public record ServiceStarted(VisitId visit, int leg, DeskId desk, StaffId staff) implements VisitFact {}
