package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;

/** The session at the desk is over. */
public record CloseDesk(OfficeId office, DeskId desk) implements DeskCommand {}
