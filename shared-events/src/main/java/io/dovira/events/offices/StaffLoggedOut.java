package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** The session ends. */
@StoredAs("staff.staff-logged-out")
public record StaffLoggedOut(StaffId staff, OfficeId office, DeskId desk) implements StaffFact {}
