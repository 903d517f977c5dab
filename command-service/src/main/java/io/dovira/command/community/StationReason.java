package io.dovira.command.community;

import io.dovira.command.platform.Reason;

/** Why a command on a station is refused. */
enum StationReason implements Reason {
    STATION_UNKNOWN(Kind.UNKNOWN, "station-unknown", "No such station"),
    STATION_EXISTS(Kind.CONFLICT, "station-exists", "Station is open already, or was"),
    STATION_CLOSED(Kind.CONFLICT, "station-closed", "Station is closed"),
    ROOMS_UNCHANGED(Kind.CONFLICT, "rooms-unchanged", "It has these rooms"),
    COMMUNITY_UNKNOWN(Kind.UNACCEPTABLE, "community-unknown", "No such community");

    private final Kind kind;
    private final String code;
    private final String title;

    StationReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
