package io.dovira.command.visits;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.RejectionBody;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** One POST for each command on a visit. */
@RestController
@RequestMapping("/api/v1/visits")
@Tag(name = "Visits", description = "From the door to the last service")
@Refuses({VisitReason.class, CorrectionReason.class})
class VisitController {
    private static final Function<String, String> TEXT = Fields.text(500);

    private final Endpoint<VisitId, VisitFact, Visit, ShownVisit> visits;

    private final TicketCodes codes;

    VisitController(Endpoints endpoints, TicketCodes codes) {
        this.codes = codes;
        this.visits = endpoints.of(
                Visits.SUBJECT,
                new Endpoint.Kind<>(VisitId::stream, Visit::office, ShownVisit::of, VisitReason.VISIT_UNKNOWN));
    }

    @PostMapping
    @Operation(
            summary =
                    "Somebody arrives and gets a ticket; this answer alone holds the code for the visitor, also when it is repeated")
    @ApiResponse(responseCode = "201", description = "Waits with a ticket", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownVisit>> arrive(Envelope envelope, @RequestBody ArriveBody body) {
        return visits.create(
                envelope,
                body,
                (fields, intent) -> new ArriveVisitor(
                        Objects.requireNonNullElseGet(
                                fields.optional("visit", body.visit(), VisitId::new),
                                () -> codes.of(intent.seed()).visit()),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("service", body.service(), ServiceId::new),
                        Objects.requireNonNullElse(
                                fields.optional("channel", body.channel(), Fields.oneOf(Channel.class)),
                                Channel.IN_PERSON),
                        fields.optional("appointmentAt", body.appointmentAt(), Fields::instant)),
                ArriveVisitor::visit,
                (intent, visit) ->
                        ShownVisit.of(visit, codes.of(visit, intent.seed()).orElse(null)));
    }

    @GetMapping("/{visit}")
    @Operation(summary = "The visit as the decider sees it now")
    Seen<ShownVisit> look(Envelope envelope, @PathVariable String visit) {
        return visits.look(envelope, fields -> id(fields, visit));
    }

    @PostMapping("/{visit}/call")
    @Operation(summary = "A desk calls the waiting visitor")
    ResponseEntity<Answer<ShownVisit>> call(Envelope envelope, @PathVariable String visit, @RequestBody CallBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) -> new CallVisitor(
                        id,
                        fields.required("desk", body.desk(), DeskId::new),
                        fields.optional("staff", body.staff(), StaffId::new)));
    }

    @PostMapping("/{visit}/recall")
    @Operation(summary = "Nobody came: the desk calls again")
    ResponseEntity<Answer<ShownVisit>> recall(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new RecallVisitor(id));
    }

    @PostMapping("/{visit}/recycle")
    @Operation(summary = "Nobody came: back to the queue, the wait goes on")
    ResponseEntity<Answer<ShownVisit>> recycle(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new RecycleLeg(id));
    }

    @PostMapping("/{visit}/start")
    @Operation(summary = "The visitor has come to the desk")
    ResponseEntity<Answer<ShownVisit>> start(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new StartService(id));
    }

    @PostMapping("/{visit}/hold")
    @Operation(summary = "Service pauses; the desk stays engaged")
    ResponseEntity<Answer<ShownVisit>> hold(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable HoldBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) ->
                        new HoldService(id, body == null ? null : fields.optional("reason", body.reason(), TEXT)));
    }

    @PostMapping("/{visit}/resume")
    @Operation(summary = "Service goes on after a hold")
    ResponseEntity<Answer<ShownVisit>> resume(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new ResumeService(id));
    }

    @PostMapping("/{visit}/transfer")
    @Operation(summary = "This leg ends, the next is queued for another service, desk or person")
    ResponseEntity<Answer<ShownVisit>> transfer(
            Envelope envelope, @PathVariable String visit, @RequestBody TransferBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) -> new TransferLeg(
                        id,
                        fields.optional("service", body.service(), ServiceId::new),
                        fields.optional("desk", body.desk(), DeskId::new),
                        fields.optional("staff", body.staff(), StaffId::new)));
    }

    @PostMapping("/{visit}/finish")
    @Operation(summary = "The visitor is served; the visit ends")
    ResponseEntity<Answer<ShownVisit>> finish(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable FinishBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) ->
                        new FinishService(id, body == null ? null : fields.optional("outcome", body.outcome(), TEXT)));
    }

    @PostMapping("/{visit}/no-show")
    @Operation(summary = "Called, and nobody came; the visit ends")
    ResponseEntity<Answer<ShownVisit>> noShow(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new MarkNoShow(id));
    }

    @PostMapping("/{visit}/abandon")
    @Operation(summary = "The visitor left while waiting; the visit ends")
    ResponseEntity<Answer<ShownVisit>> abandon(
            Envelope envelope, @PathVariable String visit, @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, visit, body, (fields, id) -> new AbandonVisit(id));
    }

    @PostMapping("/{visit}/close")
    @Operation(
            summary =
                    "What is open since an earlier day is closed without an outcome; such a leg never enters an average",
            description = "Of today it is refused (day-not-over): say how it ended, or leave it open.")
    ResponseEntity<Answer<ShownVisit>> close(
            Envelope envelope, @PathVariable String visit, @RequestBody CloseBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) ->
                        new CloseVisit(id, fields.required("cause", body.cause(), Fields.oneOf(SystemCause.class))));
    }

    @PostMapping("/{visit}/correct")
    @Operation(
            summary = "A wrong entry is set right; the original stays readable",
            description =
                    "Where the policy asks for a second person it is proposed, and changes nothing until another one approves.")
    ResponseEntity<Answer<ShownVisit>> correct(
            Envelope envelope, @PathVariable String visit, @RequestBody CorrectBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) -> new CorrectVisit(
                        id,
                        fields.required("ofEvent", body.ofEvent(), TEXT),
                        fields.required("leg", body.leg(), Fields.between(1, Integer.MAX_VALUE)),
                        fields.required("field", body.field(), Fields.oneOf(CorrectedField.class)),
                        fields.required("was", body.was(), TEXT),
                        fields.required("is", body.is(), TEXT),
                        fields.required("reason", body.reason(), TEXT)));
    }

    @PostMapping("/{visit}/corrections/{number}/approve")
    @Operation(summary = "The second person agrees: the correction holds from now on")
    ResponseEntity<Answer<ShownVisit>> approve(
            Envelope envelope,
            @PathVariable String visit,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) -> new ApproveVisitCorrection(id, fields.required("number", number, Fields::ordinal)));
    }

    @PostMapping("/{visit}/corrections/{number}/reject")
    @Operation(summary = "The second person does not agree")
    ResponseEntity<Answer<ShownVisit>> reject(
            Envelope envelope,
            @PathVariable String visit,
            @PathVariable String number,
            @RequestBody RejectionBody body) {
        return send(
                envelope,
                visit,
                body,
                (fields, id) -> new RejectVisitCorrection(
                        id,
                        fields.required("number", number, Fields::ordinal),
                        fields.required("reason", body.reason(), TEXT)));
    }

    private ResponseEntity<Answer<ShownVisit>> send(
            Envelope envelope, String visit, @Nullable Timed body, BiFunction<Fields, VisitId, VisitCommand> command) {
        return visits.send(envelope, body, fields -> id(fields, visit), command);
    }

    private static VisitId id(Fields fields, String visit) {
        return fields.required("visit", visit, VisitId::new);
    }
}
