package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The officer serves another community from now on. */
@StoredAs("officer.officer-reassigned")
public record OfficerReassigned(OfficerId officer, CommunityId from, OfficeId office, CommunityId community)
        implements OfficerFact {}
