package io.dovira.command.custody;

import io.dovira.events.OfficeId;

/** The incoming shift signs, and answers for everybody in the unit from now on. */
public record TakeOver(OfficeId office) implements UnitCommand {}
