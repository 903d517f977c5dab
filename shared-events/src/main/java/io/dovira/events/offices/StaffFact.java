package io.dovira.events.offices;

import io.dovira.events.Fact;
import io.dovira.events.StaffId;

/** Sessions of a member of staff, in the stream of that person; with it nobody sits at two desks. */
public sealed interface StaffFact extends Fact permits StaffLoggedIn, StaffLoggedOut {
    StaffId staff();
}
