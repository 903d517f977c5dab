package io.dovira.command.community;

import io.dovira.events.StationId;
import io.dovira.events.community.Room;
import java.util.List;

/** The station has other rooms. */
public record FitStation(StationId station, List<Room> rooms) implements StationCommand {}
