package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.Fact;

/** What can happen to a community, in its own stream. */
public sealed interface CommunityFact extends Fact
        permits CommunityRegistered, PopulationRestated, MemorandumSigned, ContactRecorded, ReportGiven {
    CommunityId community();
}
