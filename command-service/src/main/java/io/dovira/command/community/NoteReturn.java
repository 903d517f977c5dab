package io.dovira.command.community;

import io.dovira.events.OfficerId;

/** The officer is back. */
public record NoteReturn(OfficerId officer) implements OfficerCommand {}
