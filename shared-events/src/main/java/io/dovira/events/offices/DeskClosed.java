package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** The session at the desk is over. */
@StoredAs("desk.desk-closed")
public record DeskClosed(OfficeId office, DeskId desk, StaffId staff) implements DeskFact {}
