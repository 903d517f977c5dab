package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** The desk pauses. */
@StoredAs("desk.break-started")
public record BreakStarted(OfficeId office, DeskId desk, StaffId staff) implements DeskFact {}
