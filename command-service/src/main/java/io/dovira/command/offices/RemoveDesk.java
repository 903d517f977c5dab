package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;

/** The desk is gone. */
public record RemoveDesk(OfficeId office, DeskId desk) implements OfficeCommand {}
