package io.dovira.command.community;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.events.CommunityId;
import io.dovira.events.StationId;
import io.dovira.events.community.Room;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on a station. */
@RestController
@RequestMapping("/api/v1/stations")
@Tag(name = "Stations", description = "Police stations in communities, and their rooms")
@Refuses(StationReason.class)
class StationController {
    private final Endpoint<StationId, StationFact, Station, ShownStation> stations;

    StationController(Endpoints endpoints) {
        this.stations = endpoints.of(
                Communities.STATIONS,
                new Endpoint.Kind<>(
                        StationId::stream, Station::office, ShownStation::of, StationReason.STATION_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A station serves a community")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownStation>> open(Envelope envelope, @RequestBody StationBody body) {
        return stations.create(
                envelope,
                body,
                (fields, intent) -> new OpenStation(
                        fields.required("station", body.station(), StationId::new),
                        fields.required("community", body.community(), CommunityId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.required("rooms", body.rooms(), StationController::rooms)),
                OpenStation::station);
    }

    @PostMapping("/{station}/rooms")
    @Operation(summary = "The station has other rooms")
    ResponseEntity<Answer<ShownStation>> fit(
            Envelope envelope, @PathVariable String station, @RequestBody RoomsBody body) {
        return stations.send(
                envelope,
                body,
                fields -> id(fields, station),
                (fields, id) -> new FitStation(id, fields.required("rooms", body.rooms(), StationController::rooms)));
    }

    @PostMapping("/{station}/close")
    @Operation(summary = "The station serves nobody any more")
    ResponseEntity<Answer<ShownStation>> close(
            Envelope envelope, @PathVariable String station, @RequestBody ReasonBody body) {
        return stations.send(
                envelope,
                body,
                fields -> id(fields, station),
                (fields, id) -> new CloseStation(id, fields.required("reason", body.reason(), Fields.text(500))));
    }

    @GetMapping("/{station}")
    @Operation(summary = "As the decider sees it now")
    Seen<ShownStation> look(Envelope envelope, @PathVariable String station) {
        return stations.look(envelope, fields -> id(fields, station));
    }

    private static StationId id(Fields fields, String station) {
        return fields.required("station", station, StationId::new);
    }

    private static List<Room> rooms(List<String> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("must name at least one");
        }
        return Fields.each(Fields.oneOf(Room.class)).apply(given);
    }
}
