package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.CellId;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.LocationFact.Transferred;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the person is. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class LocationController {
    private final Entries entries;

    LocationController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/{custody}/assign-cell")
    @Operation(summary = "The person gets a cell; visits are due from then")
    ResponseEntity<Answer<ShownCustody>> assignCell(
            Envelope envelope, @PathVariable String custody, @RequestBody AssignCellBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new CellAssigned(id, fields.required("cell", body.cell(), CellId::new)));
    }

    @PostMapping("/{custody}/take-out")
    @Operation(summary = "Out of the unit, to come back")
    ResponseEntity<Answer<ShownCustody>> takeOut(
            Envelope envelope, @PathVariable String custody, @RequestBody TakeOutBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new TakenOut(id, fields.required("to", body.to(), Fields.oneOf(Destination.class))));
    }

    @PostMapping("/{custody}/bring-to-court")
    @Operation(summary = "The person is before the court")
    ResponseEntity<Answer<ShownCustody>> bringToCourt(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new BroughtToCourt(id));
    }

    @PostMapping("/{custody}/return")
    @Operation(summary = "Back in the unit")
    ResponseEntity<Answer<ShownCustody>> comeBack(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new Returned(id));
    }

    @PostMapping("/{custody}/transfer")
    @Operation(summary = "For good to another unit, which opens a record of its own")
    ResponseEntity<Answer<ShownCustody>> transfer(
            Envelope envelope, @PathVariable String custody, @RequestBody TransferBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new Transferred(id, fields.required("to", body.to(), OfficeId::new)));
    }

    /** Body of {@code assign-cell}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyAssignCell")
    record AssignCellBody(
            @Schema(description = "Unique inside the unit; required", example = "3") @Nullable
            String cell,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code take-out}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyTakeOut")
    record TakeOutBody(
            @Schema(description = "HOSPITAL, INVESTIGATION or OTHER; required", example = "HOSPITAL") @Nullable
            String to,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code transfer}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyTransfer")
    record TransferBody(
            @Schema(description = "Id of the other unit; required", example = "lviv-itt") @Nullable
            String to,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
