package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** Somebody is a candidate for officer of a community. */
@StoredAs("officer.officer-selected")
public record OfficerSelected(OfficerId officer, OfficeId office, CommunityId community) implements OfficerFact {}
