package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.CourtRuled;
import io.dovira.events.custody.ProcedureFact.InterviewOfDetaineeHeld;
import io.dovira.events.custody.ProcedureFact.InterviewOfOfficerHeld;
import io.dovira.events.custody.ProcedureFact.Means;
import io.dovira.events.custody.ProcedureFact.PropertyLogged;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.Ruling;
import io.dovira.events.custody.ProcedureFact.SearchDone;
import io.dovira.events.custody.ProcedureFact.Subject;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
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

/** The acts of the stay. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class ProcedureController {
    private final Entries entries;

    ProcedureController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/{custody}/interview-detainee")
    @Operation(summary = "The custody officer has questioned the person: mandatory")
    ResponseEntity<Answer<ShownCustody>> interviewDetainee(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new InterviewOfDetaineeHeld(id));
    }

    @PostMapping("/{custody}/interview-officer")
    @Operation(summary = "The custody officer has questioned whoever brought the person: mandatory")
    ResponseEntity<Answer<ShownCustody>> interviewOfficer(
            Envelope envelope, @PathVariable String custody, @RequestBody InterviewOfficerBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new InterviewOfOfficerHeld(id, fields.required("officer", body.officer(), StaffId::new)));
    }

    @PostMapping("/{custody}/search")
    @Operation(summary = "The person is searched")
    ResponseEntity<Answer<ShownCustody>> search(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new SearchDone(id));
    }

    @PostMapping("/{custody}/log-property")
    @Operation(summary = "Property is taken, against a signed list")
    ResponseEntity<Answer<ShownCustody>> logProperty(
            Envelope envelope, @PathVariable String custody, @RequestBody LogPropertyBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new PropertyLogged(id, fields.required("items", body.items(), Fields.between(0, 10_000))));
    }

    @PostMapping("/{custody}/return-property")
    @Operation(summary = "Property is given back")
    ResponseEntity<Answer<ShownCustody>> returnProperty(
            Envelope envelope, @PathVariable String custody, @RequestBody ReturnPropertyBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new PropertyReturned(id, fields.required("items", body.items(), Fields.between(0, 10_000))));
    }

    @PostMapping("/{custody}/record-force")
    @Operation(summary = "Force was used")
    ResponseEntity<Answer<ShownCustody>> recordForce(
            Envelope envelope, @PathVariable String custody, @RequestBody RecordForceBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new UseOfForceRecorded(
                        id,
                        fields.required("means", body.means(), Fields.oneOf(Means.class)),
                        fields.required("by", body.by(), StaffId::new)));
    }

    @PostMapping("/{custody}/start-questioning")
    @Operation(summary = "Questioning begins")
    ResponseEntity<Answer<ShownCustody>> startQuestioning(
            Envelope envelope, @PathVariable String custody, @RequestBody StartQuestioningBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new QuestioningStarted(id, fields.required("by", body.by(), StaffId::new)));
    }

    @PostMapping("/{custody}/end-questioning")
    @Operation(summary = "Questioning ends")
    ResponseEntity<Answer<ShownCustody>> endQuestioning(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new QuestioningEnded(id));
    }

    @PostMapping("/{custody}/review")
    @Operation(summary = "Somebody who does not investigate reviewed the detention")
    ResponseEntity<Answer<ShownCustody>> review(
            Envelope envelope, @PathVariable String custody, @RequestBody ReviewBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new ReviewDone(
                        id,
                        fields.required("rank", body.rank(), Fields.oneOf(Rank.class)),
                        fields.required("by", body.by(), StaffId::new)));
    }

    @PostMapping("/{custody}/complain")
    @Operation(summary = "The person complains")
    ResponseEntity<Answer<ShownCustody>> complain(
            Envelope envelope, @PathVariable String custody, @RequestBody ComplainBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new ComplaintMade(id, fields.required("about", body.about(), Fields.oneOf(Subject.class))));
    }

    @PostMapping("/{custody}/register-complaint")
    @Operation(summary = "The complaint is registered where complaints are looked into")
    ResponseEntity<Answer<ShownCustody>> registerComplaint(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new ComplaintRegistered(id));
    }

    @PostMapping("/{custody}/rule")
    @Operation(summary = "A judge has decided on the preventive measure")
    ResponseEntity<Answer<ShownCustody>> rule(
            Envelope envelope, @PathVariable String custody, @RequestBody RuleBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new CourtRuled(id, fields.required("ruling", body.ruling(), Fields.oneOf(Ruling.class))));
    }

    /** Body of {@code interview-officer}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyInterviewOfficer")
    record InterviewOfficerBody(
            @Schema(description = Words.PSEUDONYM, example = "p-a90e44") @Nullable
            String officer,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code log-property}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyLogProperty")
    record LogPropertyBody(
            @Schema(description = "How many things; required", example = "4") @Nullable
            Integer items,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code return-property}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyReturnProperty")
    record ReturnPropertyBody(
            @Schema(description = "How many things; required", example = "4") @Nullable
            Integer items,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code record-force}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyRecordForce")
    record RecordForceBody(
            @Schema(description = "PHYSICAL, HANDCUFFS, SPECIAL_MEANS or FIREARM; required", example = "HANDCUFFS")
            @Nullable
            String means,

            @Schema(description = Words.PSEUDONYM, example = "p-a90e44") @Nullable
            String by,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code start-questioning}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyStartQuestioning")
    record StartQuestioningBody(
            @Schema(description = "Who asks: pseudonym; required", example = "p-a90e44") @Nullable
            String by,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code review}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyReview")
    record ReviewBody(
            @Schema(description = "INSPECTOR, SUPERINTENDENT or PROSECUTOR; required", example = "INSPECTOR") @Nullable
            String rank,

            @Schema(description = Words.PSEUDONYM, example = "p-a90e44") @Nullable
            String by,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code complain}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyComplain")
    record ComplainBody(
            @Schema(description = "TREATMENT, CONDITIONS, HEALTH, PROPERTY or OTHER; required", example = "TREATMENT")
            @Nullable
            String about,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code rule}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyRule")
    record RuleBody(
            @Schema(description = "DETAINED, OTHER_MEASURE or REFUSED; required", example = "DETAINED") @Nullable
            String ruling,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
