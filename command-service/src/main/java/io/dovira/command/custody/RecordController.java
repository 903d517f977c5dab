package io.dovira.command.custody;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.RejectionBody;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Recipient;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of a record, and what is said of what stands in it. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses({CustodyReason.class, CorrectionReason.class})
class RecordController {
    private static final String NO_PERSONAL_DATA = "In words, without personal data; up to 500 characters";

    private final Entries entries;

    RecordController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/{custody}/release")
    @Operation(summary = "The person is free")
    ResponseEntity<Answer<ShownCustody>> release(
            Envelope envelope, @PathVariable String custody, @RequestBody ReleaseBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new PersonReleased(
                        id, fields.required("ground", body.ground(), Fields.oneOf(ReleaseGround.class))));
    }

    @PostMapping("/{custody}/seal")
    @Operation(summary = "The record is closed; late entries, corrections and disclosures may still follow")
    ResponseEntity<Answer<ShownCustody>> seal(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new CustodyRecordSealed(id));
    }

    @PostMapping("/{custody}/disclose")
    @Operation(summary = "Somebody gets a copy of the record")
    ResponseEntity<Answer<ShownCustody>> disclose(
            Envelope envelope, @PathVariable String custody, @RequestBody DiscloseBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new CopyDisclosed(id, fields.required("to", body.to(), Fields.oneOf(Recipient.class))));
    }

    @PostMapping("/{custody}/late-entry")
    @Operation(
            summary = "What should have been entered in its time",
            description = "For what can no longer be entered as such, in a sealed record too. It is shown as late.")
    ResponseEntity<Answer<ShownCustody>> lateEntry(
            Envelope envelope, @PathVariable String custody, @RequestBody LateEntryBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new LateEntryMade(
                        id,
                        fields.required("entry", body.entry(), RecordController::entry),
                        fields.required("reason", body.reason(), Entries.TEXT),
                        fields.optional("remark", body.remark(), Entries.TEXT)));
    }

    @PostMapping("/{custody}/correct")
    @Operation(
            summary = "A wrong entry is set right; the original stays readable",
            description =
                    "Where the policy asks for a second person it is proposed, and changes nothing until another one approves.")
    ResponseEntity<Answer<ShownCustody>> correct(
            Envelope envelope, @PathVariable String custody, @RequestBody CorrectionBody body) {
        return entries.send(
                envelope,
                custody,
                body,
                (fields, id) -> new CorrectEntry(
                        id,
                        fields.required("ofEvent", body.ofEvent(), Entries.TEXT),
                        fields.required("field", body.field(), Fields.oneOf(CustodyField.class)),
                        fields.required("was", body.was(), Entries.TEXT),
                        fields.required("is", body.is(), Entries.TEXT),
                        fields.required("reason", body.reason(), Entries.TEXT)));
    }

    @GetMapping("/{custody}")
    @Operation(
            summary = "The corrections that wait for a second person",
            description = "For who may sign them. The record itself is read in the query service, which asks what for.")
    Seen<ShownSigning> look(Envelope envelope, @PathVariable String custody) {
        return entries.look(envelope, custody);
    }

    @PostMapping("/{custody}/corrections/{number}/approve")
    @Operation(summary = "The second person agrees: the correction holds from now on")
    ResponseEntity<Answer<ShownCustody>> approve(
            Envelope envelope,
            @PathVariable String custody,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.send(
                envelope,
                custody,
                body,
                (fields, id) -> new ApproveCorrection(id, fields.required("number", number, Fields::ordinal)));
    }

    @PostMapping("/{custody}/corrections/{number}/reject")
    @Operation(summary = "The second person does not agree")
    ResponseEntity<Answer<ShownCustody>> reject(
            Envelope envelope,
            @PathVariable String custody,
            @PathVariable String number,
            @RequestBody RejectionBody body) {
        return entries.send(
                envelope,
                custody,
                body,
                (fields, id) -> new RejectCorrection(
                        id,
                        fields.required("number", number, Fields::ordinal),
                        fields.required("reason", body.reason(), Entries.TEXT)));
    }

    private static String entry(String name) {
        if (!CustodyFact.class.isAssignableFrom(Facts.typeOf(name))) {
            throw new IllegalArgumentException("must name an entry of a custody record, not '" + name + "'");
        }
        return name;
    }

    /** Body of a release. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyRelease")
    record ReleaseBody(
            @Schema(
                    description = "NO_GROUNDS, LIMIT_REACHED, COURT, BAIL, ADMINISTRATIVE_DONE or HEALTH; required",
                    example = "COURT")
            @Nullable
            String ground,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of a disclosure. */
    @Schema(name = "CustodyDisclose")
    record DiscloseBody(
            @Schema(description = "PERSON, LAWYER, PROSECUTOR, COURT or OMBUDSMAN; required", example = "LAWYER")
            @Nullable
            String to,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of a late entry. */
    @Schema(name = "CustodyLateEntry")
    record LateEntryBody(
            @Schema(
                    description = "What it would have been: name of a fact; required",
                    example = "custody.cell-visit-done")
            @Nullable
            String entry,

            @Schema(description = "Why so late; required. " + NO_PERSONAL_DATA, example = "network was down") @Nullable
            String reason,

            @Schema(description = NO_PERSONAL_DATA, example = "asleep, roused") @Nullable
            String remark,

            @Schema(description = "When it happened; required", example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of a correction. */
    @Schema(name = "CustodyCorrection")
    record CorrectionBody(
            @Schema(description = "Id of the event that told it wrong; required", example = "0199b1d4-90b2-7a61")
            @Nullable
            String ofEvent,

            @Schema(description = "Which field; required", implementation = CustodyField.class) @Nullable
            String field,

            @Schema(description = "What it says now, times in ISO 8601; required", example = Words.AT) @Nullable
            String was,

            @Schema(description = "What it should say; required", example = "2026-03-02T08:40:00Z") @Nullable
            String is,

            @Schema(description = "Why; required. " + NO_PERSONAL_DATA, example = "camera shows 08:40") @Nullable
            String reason,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
