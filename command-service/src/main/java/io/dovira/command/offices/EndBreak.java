package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;

/** The desk is ready again. */
public record EndBreak(OfficeId office, DeskId desk) implements DeskCommand {}
