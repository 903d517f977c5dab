package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Subject;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
import io.dovira.events.offices.Office;
import org.jspecify.annotations.Nullable;

/** Communities, officers, stations and publications as something that commands are for and states are read of. */
public final class Communities {
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

    /**
     * What a command leads to, for who has no bus: the decision that an aggregate would get.
     *
     * @param office that a registration names; null if it is not known
     * @param officer that a contact or report names; null if none is known by that name
     */
    public static Decision decide(
            @Nullable Community community,
            CommunityCommand command,
            Moment moment,
            @Nullable Office office,
            @Nullable Officer officer) {
        return CommunityDecider.decide(community, command, moment, office, officer);
    }

    /** The same for an officer. The community is the one that the command names; null if it names none, or none that is known. */
    public static Decision decide(
            @Nullable Officer officer, OfficerCommand command, Moment moment, @Nullable Community community) {
        return OfficerDecider.decide(officer, command, moment, community);
    }

    /** The same for a station. The community is the one that it is opened in; null if it is not known. */
    public static Decision decide(
            @Nullable Station station, StationCommand command, Moment moment, @Nullable Community community) {
        return StationDecider.decide(station, command, moment, community);
    }

    /** The same for a publication of somebody else. */
    public static Decision decide(
            @Nullable Publication publication,
            PublicationCommand command,
            Moment moment,
            @Nullable Office office,
            @Nullable Community community) {
        return PublicationDecider.decide(publication, command, moment, office, community);
    }
}
