package io.dovira.query.custody;

import io.dovira.access.Caller;
import io.dovira.query.custody.Answers.Batches;
import io.dovira.query.custody.Answers.Lags;
import io.dovira.query.custody.Answers.Story;
import io.dovira.query.custody.Answers.Whiteboard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is held and what is due; single records; how late entries are recorded. Each caller sees the units of the own account only. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Who is held, what is due, and how the records are kept")
final class CustodyController {
    private final CustodyReader reader;
    private final Stories stories;

    CustodyController(CustodyReader reader, Stories stories) {
        this.reader = reader;
        this.stories = stories;
    }

    @GetMapping
    @Operation(summary = "The whiteboard: who is held, where, what is due next, and what is left of the limits")
    @Parameter(in = ParameterIn.QUERY, name = "unit", description = "id of a unit; all that you may see if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description = "HELD if absent; ENDED (in the last 24 hours, without what is about the health), or a phase:"
                    + " APPREHENDED, DELIVERED, OPEN, AT_COURT, ...")
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "the `next` of the page before")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 200 if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the answer is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    Whiteboard whiteboard(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        return reader.whiteboard(new Question(given, caller, "unit", "state", "page", "limit", "minPosition"));
    }

    @GetMapping("/units/lag")
    @Operation(
            summary = "How long after they happened entries are recorded, by unit and role",
            description =
                    "Percentiles from 30 entries on; below, the values themselves. How soon it was entered is unknown of what is told "
                            + "with a whole history: of imports, and of the past of a simulation.")
    @Parameter(in = ParameterIn.QUERY, name = "unit", description = "id of a unit; all that you may see if absent")
    @Parameter(in = ParameterIn.QUERY, name = "role", description = "of those who recorded")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "first local day of recording, 2026-03-02")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "last local day of recording")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "origin",
            description = "LIVE, IMPORTED or SIMULATED; each in rows of its own if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the answer is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    Lags lags(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        return reader.lags(new Question(given, caller, "unit", "role", "from", "to", "origin", "minPosition"));
    }

    @GetMapping("/units/batches")
    @Operation(
            summary = "Entries that one person typed one after the other, though they had happened at other times",
            description =
                    "How many in how short a time are the policies custody-batch-entries and custody-batch-window of that day.")
    @Parameter(in = ParameterIn.QUERY, name = "unit", description = "id of a unit; all that you may see if absent")
    @Parameter(in = ParameterIn.QUERY, name = "origin", description = "LIVE or SIMULATED; both if absent")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 50 if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the answer is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    Batches batches(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        return reader.batches(new Question(given, caller, "unit", "origin", "limit", "minPosition"));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One record with every entry, late and corrected ones flagged",
            description =
                    "Entries are read from the log, which is never behind; names and rules from the view. Who reads it has said what for"
                            + " within the last hours (POST /api/v1/custody/{id}/access of the command service), or is asked to (purpose-needed).")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the record is known up to this position",
            schema = @Schema(type = "integer", format = "int64"))
    Story story(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        return stories.tell(id, new Question(given, caller, "minPosition").minPosition(), caller);
    }
}
