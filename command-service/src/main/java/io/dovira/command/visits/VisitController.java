package io.dovira.command.visits;

import io.dovira.command.identity.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Commands;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Intents;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
class VisitController {
    private static final int LONGEST_TEXT = 500;

    private final Commands commands;
    private final Intents intents;
    private final States states;

    VisitController(Commands commands, Intents intents, States states) {
        this.commands = commands;
        this.intents = intents;
        this.states = states;
    }

    @PostMapping
    @Operation(summary = "Somebody arrives and gets a ticket")
    ResponseEntity<Answer<ShownVisit>> arrive(Caller caller, HttpServletRequest request, @RequestBody ArriveBody body) {
        Intent intent = intent(caller, request, body);
        ArriveVisitor arrive = Fields.read(fields -> new ArriveVisitor(
                Objects.requireNonNullElseGet(
                        fields.optional("visit", body.visit(), VisitId::new),
                        () -> new VisitId(EventIds.of(intent.seed() + "/visit"))),
                fields.required("office", body.office(), OfficeId::new),
                fields.required("service", body.service(), ServiceId::new),
                Objects.requireNonNullElse(
                        fields.optional("channel", body.channel(), Fields.oneOf(Channel.class)), Channel.IN_PERSON),
                fields.optional("appointmentAt", body.appointmentAt(), Fields::instant)));
        return Answer.created(
                commands.send(Visits.SUBJECT, arrive.visit().stream(), arrive, intent),
                ShownVisit::of,
                "/api/v1/visits/" + arrive.visit());
    }

    @GetMapping("/{visit}")
    @Operation(summary = "The visit as the decider sees it now")
    Seen<ShownVisit> look(Caller caller, @PathVariable String visit) {
        VisitId id = Fields.read(fields -> fields.required("visit", visit, VisitId::new));
        Seen<Visit> seen = states.find(Visits.SUBJECT, id.stream())
                .orElseThrow(
                        () -> new Refused(new Refusal(VisitReason.VISIT_UNKNOWN, "There is no visit " + id + ".")));
        caller.offices().require(seen.state().office());
        return new Seen<>(seen.position(), ShownVisit.of(seen.state()));
    }

    @PostMapping("/{visit}/call")
    @Operation(summary = "A desk calls the waiting visitor")
    ResponseEntity<Answer<ShownVisit>> call(
            Caller caller, HttpServletRequest request, @PathVariable String visit, @RequestBody CallBody body) {
        return send(
                caller,
                request,
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
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, RecallVisitor::new);
    }

    @PostMapping("/{visit}/recycle")
    @Operation(summary = "Nobody came: back to the queue, the wait goes on")
    ResponseEntity<Answer<ShownVisit>> recycle(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, RecycleLeg::new);
    }

    @PostMapping("/{visit}/start")
    @Operation(summary = "The visitor has come to the desk")
    ResponseEntity<Answer<ShownVisit>> start(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, StartService::new);
    }

    @PostMapping("/{visit}/hold")
    @Operation(summary = "Service pauses; the desk stays engaged")
    ResponseEntity<Answer<ShownVisit>> hold(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable HoldBody given) {
        HoldBody body = given == null ? new HoldBody(null, null, null) : given;
        return send(
                caller,
                request,
                visit,
                body,
                (fields, id) -> new HoldService(id, fields.optional("reason", body.reason(), text())));
    }

    @PostMapping("/{visit}/resume")
    @Operation(summary = "Service goes on after a hold")
    ResponseEntity<Answer<ShownVisit>> resume(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, ResumeService::new);
    }

    @PostMapping("/{visit}/transfer")
    @Operation(summary = "This leg ends, the next is queued for another service, desk or person")
    ResponseEntity<Answer<ShownVisit>> transfer(
            Caller caller, HttpServletRequest request, @PathVariable String visit, @RequestBody TransferBody body) {
        return send(
                caller,
                request,
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
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable FinishBody given) {
        FinishBody body = given == null ? new FinishBody(null, null, null) : given;
        return send(
                caller,
                request,
                visit,
                body,
                (fields, id) -> new FinishService(id, fields.optional("outcome", body.outcome(), text())));
    }

    @PostMapping("/{visit}/no-show")
    @Operation(summary = "Called, and nobody came; the visit ends")
    ResponseEntity<Answer<ShownVisit>> noShow(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, MarkNoShow::new);
    }

    @PostMapping("/{visit}/abandon")
    @Operation(summary = "The visitor left while waiting; the visit ends")
    ResponseEntity<Answer<ShownVisit>> abandon(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String visit,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, visit, body, AbandonVisit::new);
    }

    @PostMapping("/{visit}/close")
    @Operation(summary = "The system closes what is open; such a leg never enters an average")
    ResponseEntity<Answer<ShownVisit>> close(
            Caller caller, HttpServletRequest request, @PathVariable String visit, @RequestBody CloseBody body) {
        return send(
                caller,
                request,
                visit,
                body,
                (fields, id) ->
                        new CloseVisit(id, fields.required("cause", body.cause(), Fields.oneOf(SystemCause.class))));
    }

    @PostMapping("/{visit}/correct")
    @Operation(summary = "A wrong entry is set right; the original stays readable")
    ResponseEntity<Answer<ShownVisit>> correct(
            Caller caller, HttpServletRequest request, @PathVariable String visit, @RequestBody CorrectBody body) {
        return send(
                caller,
                request,
                visit,
                body,
                (fields, id) -> new CorrectVisit(
                        id,
                        fields.required("ofEvent", body.ofEvent(), text()),
                        fields.required("leg", body.leg(), Fields.between(1, Integer.MAX_VALUE)),
                        fields.required("field", body.field(), Fields.oneOf(CorrectedField.class)),
                        fields.required("was", body.was(), text()),
                        fields.required("is", body.is(), text()),
                        fields.required("reason", body.reason(), text()),
                        fields.optional("approvedBy", body.approvedBy(), text())));
    }

    private ResponseEntity<Answer<ShownVisit>> send(
            Caller caller,
            HttpServletRequest request,
            String visit,
            @Nullable TimeBody body,
            Function<VisitId, VisitCommand> command) {
        return send(caller, request, visit, body == null ? TimeBody.NOW : body, (fields, id) -> command.apply(id));
    }

    private ResponseEntity<Answer<ShownVisit>> send(
            Caller caller,
            HttpServletRequest request,
            String visit,
            Timed body,
            BiFunction<Fields, VisitId, VisitCommand> reading) {
        Intent intent = intent(caller, request, body);
        VisitCommand command =
                Fields.read(fields -> reading.apply(fields, fields.required("visit", visit, VisitId::new)));
        return Answer.ok(commands.send(Visits.SUBJECT, command.visit().stream(), command, intent), ShownVisit::of);
    }

    private Intent intent(Caller caller, HttpServletRequest request, Timed body) {
        return intents.of(caller.actor(), caller.role(), caller.offices()::allows, request, body);
    }

    private static Function<String, String> text() {
        return Fields.text(LONGEST_TEXT);
    }
}
