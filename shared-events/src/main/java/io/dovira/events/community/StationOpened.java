package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.StationId;
import io.dovira.events.StoredAs;
import java.util.List;
import java.util.Map;

/** A station serves a community. */
@StoredAs("station.station-opened")
public record StationOpened(
        StationId station, OfficeId office, CommunityId community, Map<String, String> name, List<Room> rooms)
        implements StationFact {
    public StationOpened {
        name = Names.checked("station name", name);
        rooms = Room.checked(rooms);
    }
}
