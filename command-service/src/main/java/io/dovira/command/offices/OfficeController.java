package io.dovira.command.offices;

import io.dovira.command.identity.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Commands;
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
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.Office;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Map;
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

/** One POST for each command on an office. */
@RestController
@RequestMapping("/api/v1/offices")
@Tag(name = "Offices", description = "Where service happens: what is offered, and at which desks")
class OfficeController {
    private static final int DAY = 86_400;

    private final Commands commands;
    private final Intents intents;
    private final States states;

    OfficeController(Commands commands, Intents intents, States states) {
        this.commands = commands;
        this.intents = intents;
        this.states = states;
    }

    @PostMapping
    @Operation(summary = "An office is known from now on")
    ResponseEntity<Answer<ShownOffice>> register(
            Caller caller, HttpServletRequest request, @RequestBody RegisterBody body) {
        Intent intent = intent(caller, request, body);
        RegisterOffice register = Fields.read(fields -> new RegisterOffice(
                fields.required("office", body.office(), OfficeId::new),
                fields.required("name", body.name(), names("name")),
                fields.required("organisation", body.organisation(), OrganisationId::new),
                fields.required("organisationName", body.organisationName(), names("organisationName")),
                fields.required("region", body.region(), RegionId::new),
                fields.required("regionName", body.regionName(), names("regionName")),
                fields.required("timeZone", body.timeZone(), ZoneId::of)));
        return Answer.created(
                commands.send(Offices.SUBJECT, register.office().stream(), register, intent),
                ShownOffice::of,
                "/api/v1/offices/" + register.office());
    }

    @GetMapping("/{office}")
    @Operation(summary = "The office as the decider sees it now")
    Seen<ShownOffice> look(@PathVariable String office) {
        OfficeId id = Fields.read(fields -> fields.required("office", office, OfficeId::new));
        Seen<Office> seen = states.find(Offices.SUBJECT, id.stream())
                .orElseThrow(
                        () -> new Refused(new Refusal(OfficeReason.OFFICE_UNKNOWN, "There is no office " + id + ".")));
        return new Seen<>(seen.position(), ShownOffice.of(seen.state()));
    }

    @PostMapping("/{office}/rename")
    @Operation(summary = "The office bears another name")
    ResponseEntity<Answer<ShownOffice>> rename(
            Caller caller, HttpServletRequest request, @PathVariable String office, @RequestBody NameBody body) {
        return send(
                caller,
                request,
                office,
                body,
                (fields, id) -> new RenameOffice(id, fields.required("name", body.name(), names("name"))));
    }

    @PostMapping("/{office}/close")
    @Operation(summary = "The office serves nobody any more")
    ResponseEntity<Answer<ShownOffice>> close(
            Caller caller, HttpServletRequest request, @PathVariable String office, @RequestBody CloseBody body) {
        return send(
                caller,
                request,
                office,
                body,
                (fields, id) -> new CloseOffice(id, fields.required("reason", body.reason(), Fields.text(500))));
    }

    @PostMapping("/{office}/services/{service}/offer")
    @Operation(summary = "The office offers a service, or changes its name or target")
    ResponseEntity<Answer<ShownOffice>> offer(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String service,
            @RequestBody OfferBody body) {
        return send(
                caller,
                request,
                office,
                body,
                (fields, id) -> new OfferService(
                        id,
                        fields.required("service", service, ServiceId::new),
                        fields.required("name", body.name(), names("name")),
                        fields.optional("waitTargetSeconds", body.waitTargetSeconds(), Fields.between(1, DAY))));
    }

    @PostMapping("/{office}/services/{service}/withdraw")
    @Operation(summary = "The office no longer offers the service")
    ResponseEntity<Answer<ShownOffice>> withdraw(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String service,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                caller,
                request,
                office,
                body == null ? TimeBody.NOW : body,
                (fields, id) -> new WithdrawService(id, fields.required("service", service, ServiceId::new)));
    }

    @PostMapping("/{office}/desks/{desk}/install")
    @Operation(summary = "The office has a desk, or the desk has another name")
    ResponseEntity<Answer<ShownOffice>> install(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody NameBody body) {
        return send(
                caller,
                request,
                office,
                body,
                (fields, id) -> new InstallDesk(
                        id,
                        fields.required("desk", desk, DeskId::new),
                        fields.required("name", body.name(), names("name"))));
    }

    @PostMapping("/{office}/desks/{desk}/remove")
    @Operation(summary = "The desk is gone")
    ResponseEntity<Answer<ShownOffice>> remove(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                caller,
                request,
                office,
                body == null ? TimeBody.NOW : body,
                (fields, id) -> new RemoveDesk(id, fields.required("desk", desk, DeskId::new)));
    }

    private ResponseEntity<Answer<ShownOffice>> send(
            Caller caller,
            HttpServletRequest request,
            String office,
            Timed body,
            BiFunction<Fields, OfficeId, OfficeCommand> reading) {
        Intent intent = intent(caller, request, body);
        OfficeCommand command =
                Fields.read(fields -> reading.apply(fields, fields.required("office", office, OfficeId::new)));
        return Answer.ok(commands.send(Offices.SUBJECT, command.office().stream(), command, intent), ShownOffice::of);
    }

    private Intent intent(Caller caller, HttpServletRequest request, Timed body) {
        return intents.of(caller.actor(), caller.role(), caller.offices()::allows, request, body);
    }

    private static Function<Map<String, String>, Map<String, String>> names(String field) {
        return given -> Names.checked(field, given);
    }
}
