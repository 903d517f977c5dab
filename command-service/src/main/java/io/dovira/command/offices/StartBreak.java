package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;

/** The desk pauses. */
public record StartBreak(OfficeId office, DeskId desk) implements DeskCommand {}
