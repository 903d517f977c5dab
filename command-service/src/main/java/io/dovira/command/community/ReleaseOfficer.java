package io.dovira.command.community;

import io.dovira.events.OfficerId;
import io.dovira.events.community.LeavingKind;

/** The officer or candidate is none any more. */
public record ReleaseOfficer(OfficerId officer, LeavingKind kind) implements OfficerCommand {}
