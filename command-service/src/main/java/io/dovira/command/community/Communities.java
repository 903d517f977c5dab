package io.dovira.command.community;

import io.dovira.command.platform.Subject;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;

/** Communities, officers, stations and publications as something that commands are for and states are read of. */
final class Communities {
    static final String COMMANDS = "communities";
    static final String OFFICER_COMMANDS = "officers";
    static final String STATION_COMMANDS = "stations";
    static final String PUBLICATION_COMMANDS = "publications";

    static final Subject<CommunityFact, Community> SUBJECT =
            new Subject<>(COMMANDS, CommunityFact.class, Community.class, Community::evolve);

    static final Subject<OfficerFact, Officer> OFFICERS =
            new Subject<>(OFFICER_COMMANDS, OfficerFact.class, Officer.class, Officer::evolve);

    static final Subject<StationFact, Station> STATIONS =
            new Subject<>(STATION_COMMANDS, StationFact.class, Station.class, Station::evolve);

    static final Subject<PublicationFact, Publication> PUBLICATIONS =
            new Subject<>(PUBLICATION_COMMANDS, PublicationFact.class, Publication.class, Publication::evolve);

    private Communities() {}
}
