package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** A session begins: the member of staff is at this desk and at no other. */
@StoredAs("staff.staff-logged-in")
public record StaffLoggedIn(StaffId staff, OfficeId office, DeskId desk) implements StaffFact {}
