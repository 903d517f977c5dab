package io.dovira.eventstore.log;

/** The append of a bulk that failed, and why. Its neighbours are not affected. */
public record NotAppended(LogException reason) implements AppendOutcome {}
