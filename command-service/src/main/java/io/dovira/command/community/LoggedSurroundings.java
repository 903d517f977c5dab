package io.dovira.command.community;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Officer;
import io.dovira.events.offices.Office;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is in the log. */
@Component
final class LoggedSurroundings implements CommunitySurroundings {
    private final States states;

    LoggedSurroundings(States states) {
        this.states = states;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public Optional<Community> community(CommunityId community) {
        return states.find(Communities.SUBJECT, community.stream()).map(Seen::state);
    }

    @Override
    public Optional<Officer> officer(OfficerId officer) {
        return states.find(Communities.OFFICERS, officer.stream()).map(Seen::state);
    }
}
