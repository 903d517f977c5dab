package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Officer;
import io.dovira.events.offices.Office;
import java.util.Optional;

/** What the aggregates ask of the rest of the log: how things are known now. */
interface CommunitySurroundings {
    Optional<Office> office(OfficeId office);

    Optional<Community> community(CommunityId community);

    Optional<Officer> officer(OfficerId officer);
}
