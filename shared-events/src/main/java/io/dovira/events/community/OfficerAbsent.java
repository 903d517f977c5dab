package io.dovira.events.community;

import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The officer is away; the community is not served by this one meanwhile. */
@StoredAs("officer.officer-absent")
public record OfficerAbsent(OfficerId officer, AbsenceKind kind) implements OfficerFact {}
