package io.dovira.events.community;

import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The officer or candidate is none any more. */
@StoredAs("officer.officer-left")
public record OfficerLeft(OfficerId officer, LeavingKind kind) implements OfficerFact {}
