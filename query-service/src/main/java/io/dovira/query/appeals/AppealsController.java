package io.dovira.query.appeals;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.appeals.AppealMeasures;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Appeals by urgency, one with its history, figures, and the citizen's receipt. Each caller sees the offices of the own account only. */
@RestController
@RequestMapping("/api/v1/appeals")
@Tag(name = "Appeals", description = "Appeals of citizens: what is due next, one with its history, figures, receipts")
class AppealsController {
    private final AppealIndex index;
    private final AppealHistory history;

    AppealsController(AppealIndex index, AppealHistory history) {
        this.index = index;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "Appeals by urgency: open ones by what is due first, then those that ended, the last first")
    @Parameter(in = ParameterIn.QUERY, name = "office")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description =
                    "LODGED, REGISTERED, UNDER_REVIEW, INFO_REQUESTED, ANSWERED, FORWARDED, DECLINED or WITHDRAWN")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "dueBefore",
            description = "open, and due before this time (with offset)",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "overdue",
            description = "true: open, and late; false: all others",
            schema = @Schema(type = "boolean"))
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "beginning of the registration number")
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "the `next` of the page before")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 50 if absent")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the list is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    AppealPage list(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        AppealParameters parameters = new AppealParameters(given, AppealParameters.OF_LIST, caller);
        return index.find(parameters.search(index.now()), parameters.limit(), parameters.minPosition());
    }

    @GetMapping("/figures")
    @Operation(summary = "How soon people were answered, and how terms were kept, with the definitions of both")
    @Parameter(in = ParameterIn.QUERY, name = "office")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "receipt or reopening, inclusive (with offset)",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "receipt or reopening, exclusive (with offset)",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the figures are complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    AppealFigures figures(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        AppealParameters parameters = new AppealParameters(given, AppealParameters.OF_FIGURES, caller);
        return index.figures(parameters.rounds(), index.now(), parameters.minPosition());
    }

    @GetMapping("/{appeal}")
    @Operation(summary = "One appeal: its rounds, its term, and everything that was recorded of it")
    AppealStory one(
            @PathVariable String appeal,
            @Parameter(description = "wait until it is complete to this position") @RequestParam(defaultValue = "0")
                    long minPosition,
            @Parameter(hidden = true) Caller caller) {
        Instant now = index.now();
        AppealIndex.Found found = index.one(appeal, now, minPosition);
        if (found == null) {
            throw Problem.notFound("there is no appeal '" + appeal + "'");
        }
        caller.offices().require(new OfficeId(found.document().office()));
        return new AppealStory(
                found.position(), now, AppealMeasures.FIRST_RESPONSE, found.view(), history.of(found.document()));
    }

    /** A code that cannot be read is answered like one that nobody has: there is nothing to learn from trying. */
    @GetMapping("/receipt/{code}")
    @Operation(summary = "What became of an appeal, for the citizen who holds its code; no sign-in, no personal data")
    ResponseEntity<AppealReceipt> receipt(@PathVariable String code) {
        AppealDocument found = find(code);
        if (found == null) {
            throw Problem.notFound("there is no appeal with this code");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(AppealReceipt.of(found, index.office(found.office()), history.proof(found)));
    }

    private @Nullable AppealDocument find(String code) {
        try {
            return index.of(new ReceiptCode(code));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
