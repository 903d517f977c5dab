package io.dovira.events.community;

import io.dovira.events.StationId;
import io.dovira.events.StoredAs;
import java.util.List;

/** The station has other rooms from now on. */
@StoredAs("station.station-fitted")
public record StationFitted(StationId station, List<Room> rooms) implements StationFact {
    public StationFitted {
        rooms = Room.checked(rooms);
    }
}
