package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LegalAidFact.LawyerArrived;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import io.dovira.events.custody.RightsFact.Signature;
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

/** Rights, legal aid and relatives: what a person in custody is told, and who is told of them. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class RightsController {
    private final Entries entries;

    RightsController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/{custody}/explain-rights")
    @Operation(summary = "The rights are explained, and signed for or not")
    ResponseEntity<Answer<ShownCustody>> explainRights(
            Envelope envelope, @PathVariable String custody, @RequestBody ExplainRightsBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new RightsExplained(
                        id,
                        fields.required("language", body.language(), Entries.LANGUAGE),
                        fields.required("signature", body.signature(), Fields.oneOf(Signature.class))));
    }

    @PostMapping("/{custody}/interpreter")
    @Operation(summary = "An interpreter has come")
    ResponseEntity<Answer<ShownCustody>> interpreter(
            Envelope envelope, @PathVariable String custody, @RequestBody InterpreterBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new InterpreterArrived(id, fields.required("language", body.language(), Entries.LANGUAGE)));
    }

    @PostMapping("/{custody}/notify-consulate")
    @Operation(summary = "The consulate is told")
    ResponseEntity<Answer<ShownCustody>> notifyConsulate(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new ConsulateNotified(id));
    }

    @PostMapping("/{custody}/notify-legal-aid")
    @Operation(summary = "The legal-aid centre is told")
    ResponseEntity<Answer<ShownCustody>> notifyLegalAid(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new LegalAidNotified(id));
    }

    @PostMapping("/{custody}/assign-lawyer")
    @Operation(summary = "A lawyer is named")
    ResponseEntity<Answer<ShownCustody>> assignLawyer(
            Envelope envelope, @PathVariable String custody, @RequestBody AssignLawyerBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new LawyerAssigned(id, fields.required("lawyer", body.lawyer(), PersonId::new)));
    }

    @PostMapping("/{custody}/lawyer-arrived")
    @Operation(summary = "The lawyer has come")
    ResponseEntity<Answer<ShownCustody>> lawyerArrived(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new LawyerArrived(id));
    }

    @PostMapping("/{custody}/start-consultation")
    @Operation(summary = "A private talk with the lawyer begins")
    ResponseEntity<Answer<ShownCustody>> startConsultation(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new ConsultationStarted(id));
    }

    @PostMapping("/{custody}/end-consultation")
    @Operation(summary = "The private talk ends")
    ResponseEntity<Answer<ShownCustody>> endConsultation(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new ConsultationEnded(id));
    }

    @PostMapping("/{custody}/notify-relatives")
    @Operation(summary = "Relatives, or others of the person's choice, are told")
    ResponseEntity<Answer<ShownCustody>> notifyRelatives(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new RelativesNotified(id));
    }

    @PostMapping("/{custody}/delay-notification")
    @Operation(summary = "Nobody is told yet; the duty stays open")
    ResponseEntity<Answer<ShownCustody>> delayNotification(
            Envelope envelope, @PathVariable String custody, @RequestBody DelayNotificationBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new NotificationDelayed(
                        id,
                        fields.required("by", body.by(), StaffId::new),
                        fields.required("ground", body.ground(), Fields.oneOf(DelayGround.class))));
    }

    /** Body of {@code explain-rights}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyExplainRights")
    record ExplainRightsBody(
            @Schema(description = "BCP 47 language tag; required", example = "uk") @Nullable
            String language,

            @Schema(description = "SIGNED or REFUSED; required", example = "SIGNED") @Nullable
            String signature,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code interpreter}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyInterpreter")
    record InterpreterBody(
            @Schema(description = "BCP 47 language tag; required", example = "ro") @Nullable
            String language,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code assign-lawyer}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyAssignLawyer")
    record AssignLawyerBody(
            @Schema(description = Words.PSEUDONYM, example = "p-5be019") @Nullable
            String lawyer,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code delay-notification}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyDelayNotification")
    record DelayNotificationBody(
            @Schema(description = "Who ordered it: pseudonym; required", example = "p-a90e44") @Nullable
            String by,

            @Schema(description = "PERSON_REFUSES, UNREACHABLE or INVESTIGATION; required", example = "UNREACHABLE")
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
}
