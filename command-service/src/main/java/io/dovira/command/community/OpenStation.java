package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.StationId;
import io.dovira.events.community.Room;
import java.util.List;
import java.util.Map;

/** A station serves a community. */
public record OpenStation(StationId station, CommunityId community, Map<String, String> name, List<Room> rooms)
        implements StationCommand {}
