package io.dovira.query.obligations;

import io.dovira.access.Caller;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.obligations.Obligation;
import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.Client;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties with a clock: listed, shown one by one, and pushed before they are missed. Each caller sees the offices of the own account only. */
@RestController
@RequestMapping("/api/v1/obligations")
@Tag(name = "Obligations", description = "Duties with a clock: what is open, due soon, overdue, met")
final class ObligationsController {
    private static final int USUAL_PAGE = 50;

    private final ObligationIndex index;
    private final Broadcast<OfficeScope, Obligation> stream;

    ObligationsController(ObligationIndex index, Broadcast<OfficeScope, Obligation> stream) {
        this.index = index;
        this.stream = stream;
    }

    @GetMapping
    @Operation(summary = "Obligations, the most urgent first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description =
                    "OPEN, PAUSED, DUE_SOON, OVERDUE, BREACHED, MET, MET_LATE, LAPSED; several with commas; every open one if absent")
    @Parameter(in = ParameterIn.QUERY, name = "office", description = "id of an office")
    @Parameter(in = ParameterIn.QUERY, name = "rule", description = "which duty, for example custody-hospital")
    @Parameter(in = ParameterIn.QUERY, name = "subject", description = "stream of whom or what it is owed to")
    @Parameter(in = ParameterIn.QUERY, name = "dueBefore", schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "at",
            description =
                    "the clock of your choice: how they stood, or will stand, at this moment, by all that is known now",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "the `next` of the page before")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 50 if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the list is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    ObligationsPage list(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = new Parameters(given);
        return index.find(
                parameters.question(index.now(), caller), parameters.limit(USUAL_PAGE), parameters.minPosition());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One obligation as it stands now")
    FoundObligation one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        Obligation found = index.one(id, minPosition == null ? 0 : minPosition);
        if (found.office() != null) {
            caller.offices().require(new OfficeId(found.office()));
        }
        return index.described(List.of(found), index.now()).getFirst();
    }

    @GetMapping(path = "/stream", produces = "text/event-stream")
    @Operation(
            summary = "Alarms as server-sent events",
            description =
                    "First `snapshot`: what is due soon or overdue, and how many obligations stand how. Then `delta`, as soon as one"
                            + " stands otherwise: because a fact came, or because time passed. `beat` every 2 s. `id` is the position. A reader that"
                            + " falls behind gets a `snapshot` again; so does one that comes back, whatever `Last-Event-ID` says.",
            responses = @ApiResponse(content = @Content(schema = @Schema(implementation = AlarmView.class))))
    void stream(@Parameter(hidden = true) Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream.serve(caller.offices(), Client.of(caller, request), response);
    }
}
