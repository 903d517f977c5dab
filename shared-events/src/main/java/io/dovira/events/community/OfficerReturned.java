package io.dovira.events.community;

import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The officer serves the community again. */
@StoredAs("officer.officer-returned")
public record OfficerReturned(OfficerId officer) implements OfficerFact {}
