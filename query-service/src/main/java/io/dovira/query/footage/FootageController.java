package io.dovira.query.footage;

import io.dovira.access.Caller;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Footage: found, one segment with its log of accesses, and the record held against it. Each caller sees the offices of the own account only. */
@RestController
@Tag(name = "Footage", description = "What cameras recorded, who watched it, and whether the record says the same")
final class FootageController {
    private static final int USUAL_PAGE = 50;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final List<String> SEARCH = List.of(
            "camera", "office", "from", "to", "interaction", "state", "held", "broken", "page", "limit", "minPosition");
    private static final List<String> RECONCILIATION = List.of("office", "from", "to", "minPosition");

    private final FootageIndex index;

    FootageController(FootageIndex index) {
        this.index = index;
    }

    @GetMapping("/api/v1/footage")
    @Operation(summary = "Segments of footage, the newest first")
    @Parameter(in = ParameterIn.QUERY, name = "camera", description = "id of a camera")
    @Parameter(in = ParameterIn.QUERY, name = "office", description = "id of an office")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "footage of then or later, in true time")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "footage of before then")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "interaction",
            description = "linked to this visit, stay or appeal: the name of its stream, such as visit-0199b1d2")
    @Parameter(in = ParameterIn.QUERY, name = "state", description = "RECORDING, AVAILABLE, HELD, EXPIRED or PURGED")
    @Parameter(in = ParameterIn.QUERY, name = "held", description = "whether a hold keeps it")
    @Parameter(in = ParameterIn.QUERY, name = "broken", description = "whether a file is changed or missing")
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "the `next` of the page before")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 50 if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the index is complete to this position")
    FootagePage search(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        FootageParameters parameters = new FootageParameters(given, SEARCH);
        String office = parameters.checked("office", text -> new OfficeId(text), "an office id");
        if (office != null) {
            caller.offices().require(new OfficeId(office));
        }
        FootageQuery query = new FootageQuery(
                parameters.checked("camera", text -> new CameraId(text), "a camera id"),
                office,
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.subject("interaction"),
                parameters.state("state"),
                parameters.bool("held"),
                parameters.bool("broken"),
                caller.offices().ids(),
                parameters.page());
        return index.find(
                query,
                (int) parameters.number("limit", USUAL_PAGE, 1, FootageParameters.MOST),
                parameters.number("minPosition", 0, 0, Long.MAX_VALUE));
    }

    @GetMapping("/api/v1/footage/reconciliation")
    @Operation(
            summary = "The record of an office held against its footage",
            description =
                    "Entries without footage, gaps in what an entry should be seen on, clocks that are off, and files that are changed or"
                            + " missing. At most 31 days at once.")
    @Parameter(in = ParameterIn.QUERY, name = "office", description = "id of an office", required = true)
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "what began then or later", required = true)
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "what began before then", required = true)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the index is complete to this position")
    ReconciledFootage reconcile(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        FootageParameters parameters = new FootageParameters(given, RECONCILIATION);
        String office = parameters.required(
                "office", parameters.checked("office", text -> new OfficeId(text), "an office id"), "an office id");
        Instant from = parameters.required("from", parameters.instant("from"), "a time with offset");
        Instant to = parameters.required("to", parameters.instant("to"), "a time with offset");
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.unreadable("to", to.toString(), "a time after from, at most 31 days");
        }
        caller.offices().require(new OfficeId(office));
        return index.reconcile(office, from, to, parameters.number("minPosition", 0, 0, Long.MAX_VALUE));
    }

    @GetMapping("/api/v1/footage/{id}")
    @Operation(summary = "One segment, with everything that was done with it")
    OneFootage one(
            @PathVariable String id,
            @Parameter(description = "wait until the index is complete to this position")
                    @RequestParam(defaultValue = "0")
                    long minPosition,
            @Parameter(hidden = true) Caller caller) {
        OneFootage found = index.get(id, minPosition);
        if (found == null) {
            throw Problem.notFound("there is no segment '" + id + "'");
        }
        caller.offices().require(new OfficeId(found.footage().office()));
        return found;
    }
}
