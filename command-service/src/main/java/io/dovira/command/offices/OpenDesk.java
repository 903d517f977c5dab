package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;

/** A member of staff sits down, ready to call. */
public record OpenDesk(OfficeId office, DeskId desk, StaffId staff) implements DeskCommand {}
