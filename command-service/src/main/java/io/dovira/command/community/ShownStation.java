package io.dovira.command.community;

import io.dovira.events.community.Room;
import io.dovira.events.community.Station;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A station as a client sees it. Names are by language tag. */
@Schema(name = "Station")
record ShownStation(
        @Schema(example = "zhmerynka-1") String id,
        String office,
        String community,
        Map<String, String> name,
        List<Room> rooms,
        Instant openedAt,

        @Schema(description = "Null while it is open") @Nullable
        Instant closedAt) {

    static ShownStation of(Station station) {
        return new ShownStation(
                station.id().value(),
                station.office().value(),
                station.community().value(),
                station.name(),
                station.rooms(),
                station.openedAt(),
                station.closedAt());
    }
}
