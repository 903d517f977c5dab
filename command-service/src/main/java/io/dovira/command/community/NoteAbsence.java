package io.dovira.command.community;

import io.dovira.events.OfficerId;
import io.dovira.events.community.AbsenceKind;

/** The officer is away. */
public record NoteAbsence(OfficerId officer, AbsenceKind kind) implements OfficerCommand {}
