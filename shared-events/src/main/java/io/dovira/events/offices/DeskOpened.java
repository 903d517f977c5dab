package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** A member of staff sits down at the desk and is ready to call. */
@StoredAs("desk.desk-opened")
public record DeskOpened(OfficeId office, DeskId desk, StaffId staff) implements DeskFact {}
