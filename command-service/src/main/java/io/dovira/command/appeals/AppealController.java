package io.dovira.command.appeals;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.RejectionBody;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealProcedure;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.LetterDigest;
import io.dovira.events.visits.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on an appeal. */
@RestController
@RequestMapping("/api/v1/appeals")
@Tag(name = "Appeals", description = "Appeals of citizens, from the letter box to the answer")
@Refuses({AppealReason.class, CorrectionReason.class})
class AppealController {
    private static final Function<String, String> TEXT = Fields.text(500);

    private final Endpoint<AppealId, AppealFact, Appeal, ShownAppeal> appeals;

    private final Receipts receipts;

    AppealController(Endpoints endpoints, Receipts receipts) {
        this.receipts = receipts;
        this.appeals = endpoints.of(
                Appeals.SUBJECT,
                new Endpoint.Kind<>(AppealId::stream, Appeal::office, ShownAppeal::of, AppealReason.APPEAL_UNKNOWN));
    }

    @PostMapping
    @Operation(
            summary =
                    "An appeal is received; this answer alone holds the code for the citizen, also when it is repeated")
    @ApiResponse(responseCode = "201", description = "Received, not yet registered", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownAppeal>> lodge(Envelope envelope, @RequestBody LodgeBody body) {
        return appeals.create(
                envelope,
                body,
                (fields, intent) -> new LodgeAppeal(
                        Objects.requireNonNullElseGet(
                                fields.optional("appeal", body.appeal(), AppealId::new),
                                () -> new AppealId(EventIds.of(intent.seed() + "/appeal"))),
                        fields.required("office", body.office(), OfficeId::new),
                        Objects.requireNonNullElse(
                                fields.optional("channel", body.channel(), Fields.oneOf(Channel.class)),
                                Channel.IN_PERSON),
                        fields.optional("visit", body.visit(), VisitId::new),
                        fields.required("kind", body.kind(), Fields.oneOf(AppealKind.class)),
                        fields.required("topic", body.topic(), Fields.oneOf(AppealTopic.class)),
                        fields.optional("applicant", body.applicant(), PersonId::new),
                        Boolean.TRUE.equals(body.benefitHolder()),
                        fields.optional("letter", body.letter(), LetterDigest::new)),
                LodgeAppeal::appeal,
                (intent, appeal) -> ShownAppeal.of(appeal, receipts.of(appeal).orElse(null)));
    }

    @GetMapping("/{appeal}")
    @Operation(summary = "The appeal as the decider sees it now")
    Seen<ShownAppeal> look(Envelope envelope, @PathVariable String appeal) {
        return appeals.look(envelope, fields -> id(fields, appeal));
    }

    @PostMapping("/{appeal}/register")
    @Operation(summary = "It gets a number and a due date")
    ResponseEntity<Answer<ShownAppeal>> register(
            Envelope envelope,
            @PathVariable String appeal,
            @RequestBody(required = false) @Nullable RegisterBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new RegisterAppeal(
                        id,
                        Objects.requireNonNullElse(
                                body == null
                                        ? null
                                        : fields.optional(
                                                "procedure", body.procedure(), Fields.oneOf(AppealProcedure.class)),
                                AppealProcedure.NORMAL)));
    }

    @PostMapping("/{appeal}/assign")
    @Operation(summary = "Somebody is put in charge")
    ResponseEntity<Answer<ShownAppeal>> assign(
            Envelope envelope, @PathVariable String appeal, @RequestBody AssignBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new AssignAppeal(
                        id,
                        fields.required("staff", body.staff(), StaffId::new),
                        fields.optional("from", body.from(), StaffId::new)));
    }

    @PostMapping("/{appeal}/forward")
    @Operation(summary = "It goes to the body that is competent; the applicant is told")
    ResponseEntity<Answer<ShownAppeal>> forward(
            Envelope envelope, @PathVariable String appeal, @RequestBody ForwardBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ForwardAppeal(id, fields.required("to", body.to(), OrganisationId::new)));
    }

    @PostMapping("/{appeal}/acknowledge")
    @Operation(summary = "The applicant is told that it was received")
    ResponseEntity<Answer<ShownAppeal>> acknowledge(
            Envelope envelope,
            @PathVariable String appeal,
            @RequestBody(required = false) @Nullable AcknowledgeBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new SendAcknowledgement(id, body != null && Boolean.TRUE.equals(body.automatic())));
    }

    @PostMapping("/{appeal}/request-info")
    @Operation(
            summary = "The applicant is asked for something; the term runs on, or stands still where its rule says so")
    ResponseEntity<Answer<ShownAppeal>> requestInfo(
            Envelope envelope, @PathVariable String appeal, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, appeal, body, (fields, id) -> new RequestInfo(id));
    }

    @PostMapping("/{appeal}/receive-info")
    @Operation(summary = "What was asked for has come")
    ResponseEntity<Answer<ShownAppeal>> receiveInfo(
            Envelope envelope,
            @PathVariable String appeal,
            @RequestBody(required = false) @Nullable ReceiveInfoBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ReceiveInfo(
                        id, body == null ? null : fields.optional("letter", body.letter(), LetterDigest::new)));
    }

    @PostMapping("/{appeal}/shorten")
    @Operation(summary = "The answer is due earlier, at the applicant's reasoned request")
    ResponseEntity<Answer<ShownAppeal>> shorten(
            Envelope envelope, @PathVariable String appeal, @RequestBody ShortenBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ShortenTerm(
                        id,
                        fields.required("until", body.until(), AppealController::day),
                        fields.required("reason", body.reason(), TEXT)));
    }

    @PostMapping("/{appeal}/extend")
    @Operation(summary = "The answer is due later, within the law, and the applicant was told")
    ResponseEntity<Answer<ShownAppeal>> extend(
            Envelope envelope, @PathVariable String appeal, @RequestBody ExtendBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ExtendTerm(
                        id,
                        fields.required("until", body.until(), AppealController::day),
                        fields.required("reason", body.reason(), TEXT),
                        fields.required("toldAt", body.toldAt(), Fields::instant)));
    }

    @PostMapping("/{appeal}/answer")
    @Operation(summary = "The applicant gets an answer")
    ResponseEntity<Answer<ShownAppeal>> answer(
            Envelope envelope, @PathVariable String appeal, @RequestBody SendAnswerBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new SendAnswer(
                        id,
                        fields.required("outcome", body.outcome(), Fields.oneOf(AnswerOutcome.class)),
                        fields.optional("letter", body.letter(), LetterDigest::new)));
    }

    @PostMapping("/{appeal}/decline")
    @Operation(summary = "It will not be considered, on a ground of the law; the applicant is told")
    ResponseEntity<Answer<ShownAppeal>> decline(
            Envelope envelope, @PathVariable String appeal, @RequestBody DeclineBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new DeclineAppeal(
                        id,
                        fields.required("ground", body.ground(), Fields.oneOf(DeclineGround.class)),
                        fields.optional("earlier", body.earlier(), AppealId::new)));
    }

    @PostMapping("/{appeal}/withdraw")
    @Operation(summary = "The applicant takes it back")
    ResponseEntity<Answer<ShownAppeal>> withdraw(
            Envelope envelope, @PathVariable String appeal, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, appeal, body, (fields, id) -> new WithdrawAppeal(id));
    }

    @PostMapping("/{appeal}/reopen")
    @Operation(summary = "An answered appeal is considered again, in a new round with its own term")
    ResponseEntity<Answer<ShownAppeal>> reopen(
            Envelope envelope, @PathVariable String appeal, @RequestBody ReopenBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ReopenAppeal(
                        id,
                        Objects.requireNonNullElse(
                                fields.optional("procedure", body.procedure(), Fields.oneOf(AppealProcedure.class)),
                                AppealProcedure.NORMAL),
                        fields.required("reason", body.reason(), TEXT)));
    }

    @PostMapping("/{appeal}/higher-complaint")
    @Operation(summary = "The applicant complains about the result to a higher body or a court")
    ResponseEntity<Answer<ShownAppeal>> complain(
            Envelope envelope, @PathVariable String appeal, @RequestBody HigherComplaintBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new LodgeHigherComplaint(id, fields.required("to", body.to(), OrganisationId::new)));
    }

    @PostMapping("/{appeal}/correct")
    @Operation(
            summary = "A wrong entry is set right; the original stays readable",
            description =
                    "Where the policy asks for a second person it is proposed, and changes nothing until another one approves.")
    ResponseEntity<Answer<ShownAppeal>> correct(
            Envelope envelope, @PathVariable String appeal, @RequestBody CorrectBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new CorrectAppeal(
                        id,
                        fields.required("ofEvent", body.ofEvent(), TEXT),
                        fields.required("field", body.field(), Fields.oneOf(AppealField.class)),
                        fields.required("was", body.was(), AppealController::value),
                        fields.required("is", body.is(), AppealController::value),
                        fields.required("reason", body.reason(), TEXT)));
    }

    @PostMapping("/{appeal}/corrections/{number}/approve")
    @Operation(summary = "The second person agrees: the correction holds from now on")
    ResponseEntity<Answer<ShownAppeal>> approve(
            Envelope envelope,
            @PathVariable String appeal,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new ApproveAppealCorrection(id, fields.required("number", number, Fields::ordinal)));
    }

    @PostMapping("/{appeal}/corrections/{number}/reject")
    @Operation(summary = "The second person does not agree")
    ResponseEntity<Answer<ShownAppeal>> reject(
            Envelope envelope,
            @PathVariable String appeal,
            @PathVariable String number,
            @RequestBody RejectionBody body) {
        return send(
                envelope,
                appeal,
                body,
                (fields, id) -> new RejectAppealCorrection(
                        id,
                        fields.required("number", number, Fields::ordinal),
                        fields.required("reason", body.reason(), TEXT)));
    }

    private ResponseEntity<Answer<ShownAppeal>> send(
            Envelope envelope,
            String appeal,
            @Nullable Timed body,
            BiFunction<Fields, AppealId, AppealCommand> command) {
        return appeals.send(envelope, body, fields -> id(fields, appeal), command);
    }

    /** The text form of a field may be empty: an anonymous appeal has no applicant. */
    private static String value(String given) {
        return given.isEmpty() ? given : TEXT.apply(given);
    }

    private static LocalDate day(String given) {
        LocalDate day = LocalDate.parse(given);
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw new IllegalArgumentException("must be a day between 1900 and 2200, not '" + given + "'");
        }
        return day;
    }

    private static AppealId id(Fields fields, String appeal) {
        return fields.required("appeal", appeal, AppealId::new);
    }
}
