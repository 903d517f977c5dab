package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The desk has called a visitor; until released it can call nobody else. */
@StoredAs("desk.desk-engaged")
public record DeskEngaged(OfficeId office, DeskId desk, VisitId visit, int leg) implements DeskFact {}
