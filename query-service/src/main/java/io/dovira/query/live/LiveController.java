package io.dovira.query.live;

import io.dovira.access.Caller;
import io.dovira.access.Feature;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.Client;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board as it is now, and as it changes. */
@RestController
@RequestMapping("/api/v1/live")
@Tag(name = "Live", description = "Who waits now, what the desks do, how today went")
class LiveController {

    private final Boards boards;
    private final Broadcast<Chosen, String> stream;
    private final Projections projections;
    private final Fold fold;

    LiveController(
            Boards boards,
            Broadcast<Chosen, String> stream,
            Projections projections,
            @Qualifier("liveFold") Fold fold) {
        this.boards = boards;
        this.stream = stream;
        this.projections = projections;
        this.fold = fold;
    }

    @GetMapping
    @Operation(summary = "The board: every office, and the totals of each origin")
    LiveView all(
            @Parameter(description = "offices of this origin only: LIVE, IMPORTED or SIMULATED")
                    @RequestParam(required = false)
                    @Nullable
                    String origin,
            @Parameter(description = "this office only; empty as long as none of yours has this id")
                    @RequestParam(required = false)
                    @Nullable
                    String office,
            @Parameter(description = "wait until the board is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        await(minPosition);
        return boards.view(chosen(origin, office, caller), null, projections.head());
    }

    @GetMapping("/offices/{id}")
    @Operation(
            summary = "One office: its tile, its desks, its queue, its day by hour, its last ratings",
            description =
                    "What people wrote beside a rating is told to the roles that read feedback; `comments` says whether.")
    OfficeView one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        await(minPosition);
        OfficeNow office = boards.office(id);
        if (office == null) {
            throw Problem.notFound("there is no office '" + id + "'");
        }
        caller.offices().require(new OfficeId(id));
        return office.view(caller.hasAnyOf(Feature.FEEDBACK.readers()));
    }

    @GetMapping(path = "/stream", produces = "text/event-stream")
    @Operation(
            summary = "The board as server-sent events",
            description =
                    "First `snapshot`, the body of GET /api/v1/live. Then `delta`: the same shape with the changed offices only, at "
                            + "most one per 20 ms, latest per office; with `office` only when that one has changed. `beat` every 2 s. `id` is the position. A reader that falls behind gets a "
                            + "`snapshot` again; so does one that comes back, whatever `Last-Event-ID` says.",
            responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LiveView.class))))
    void stream(
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String office,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        stream.serve(chosen(origin, office, caller), Client.of(caller, request), response);
    }

    private void await(@Nullable Long minPosition) {
        if (minPosition != null) {
            projections.await(fold, minPosition);
        }
        boards.refresh();
    }

    private static Chosen chosen(@Nullable String origin, @Nullable String office, Caller caller) {
        return new Chosen(origin(origin), office == null || office.isEmpty() ? null : office, caller.offices());
    }

    private static @Nullable Origin origin(@Nullable String origin) {
        if (origin == null || origin.isEmpty()) {
            return null;
        }
        return Arrays.stream(Origin.values())
                .filter(value -> value.name().equals(origin))
                .findFirst()
                .orElseThrow(() -> Problem.badValue(
                        "origin",
                        origin,
                        Arrays.stream(Origin.values()).map(Origin::name).toList()));
    }
}
