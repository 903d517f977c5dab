package io.dovira.command.floor;

import io.dovira.access.Caller;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Refuses;
import io.dovira.events.OfficeId;
import io.dovira.events.offices.Office;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody may work, and what is going on there. */
@RestController
@RequestMapping("/api/v1/offices")
@Tag(name = "Floor", description = "Who waits and who is served now")
@Refuses(FloorReason.class)
class FloorController {
    private final Floors floors;

    FloorController(Floors floors) {
        this.floors = floors;
    }

    @GetMapping
    @Operation(summary = "The offices with desks where the caller may work")
    List<Workplace> offices(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Those without desks as well: custody units, and offices of communities")
                    @RequestParam(defaultValue = "false")
                    boolean withoutDesks) {
        return floors.offices().stream()
                .filter(office -> !office.closed() && caller.offices().allows(office.id()))
                .filter(office -> withoutDesks || office.desks().stream().anyMatch(Office.InstalledDesk::installed))
                .map(office -> new Workplace(office.id().value(), office.name(), office.regionName()))
                .toList();
    }

    @GetMapping("/{office}/floor")
    @Operation(
            summary = "Who waits and who is served at the office now",
            description =
                    "Read from the log, without the query service. Answers 503 while the log is still being read after a start.")
    ShownFloor floor(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String office,
            @Parameter(
                            description =
                                    "Waits, for some seconds, until the log is told up to here: read your own commands")
                    @RequestParam(defaultValue = "0")
                    long minPosition) {
        OfficeId id = Fields.read(fields -> fields.required("office", office, OfficeId::new));
        caller.offices().require(id);
        return floors.floor(id, minPosition)
                .map(ShownFloor::of)
                .orElseThrow(() ->
                        new Refused(new Refusal(FloorReason.OFFICE_UNKNOWN, "There is no such thing: " + id + ".")));
    }

    /** An office to choose from. Names are by language tag. */
    @Schema(name = "Workplace")
    record Workplace(
            @Schema(example = "lviv-03") String office, Map<String, String> name, Map<String, String> regionName) {}
}
