package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The certified officer serves a community. */
@StoredAs("officer.officer-assigned")
public record OfficerAssigned(OfficerId officer, OfficeId office, CommunityId community) implements OfficerFact {}
