package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** The desk is ready again. */
@StoredAs("desk.break-ended")
public record BreakEnded(OfficeId office, DeskId desk, StaffId staff) implements DeskFact {}
