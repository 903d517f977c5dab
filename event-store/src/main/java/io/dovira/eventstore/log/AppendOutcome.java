package io.dovira.eventstore.log;

/** What became of one append of a bulk. */
public sealed interface AppendOutcome permits Appended, NotAppended {}
