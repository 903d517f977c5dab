package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The leg at the desk has ended, or went back to the queue. */
@StoredAs("desk.desk-released")
public record DeskReleased(OfficeId office, DeskId desk, VisitId visit, int leg) implements DeskFact {}
