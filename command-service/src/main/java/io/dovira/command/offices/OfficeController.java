package io.dovira.command.offices;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.function.BiFunction;
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
@Refuses(OfficeReason.class)
class OfficeController {
    private static final int DAY = 86_400;

    private final Endpoint<OfficeId, OfficeFact, Office, ShownOffice> offices;

    OfficeController(Endpoints endpoints) {
        this.offices = endpoints.of(
                Offices.SUBJECT,
                new Endpoint.Kind<>(OfficeId::stream, Office::id, ShownOffice::of, OfficeReason.OFFICE_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "An office is known from now on")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownOffice>> register(Envelope envelope, @RequestBody RegisterBody body) {
        return offices.create(
                envelope,
                body,
                (fields, intent) -> new RegisterOffice(
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.required("organisation", body.organisation(), OrganisationId::new),
                        fields.required("organisationName", body.organisationName(), Fields.names("organisationName")),
                        fields.required("region", body.region(), RegionId::new),
                        fields.required("regionName", body.regionName(), Fields.names("regionName")),
                        fields.required("timeZone", body.timeZone(), ZoneId::of)),
                RegisterOffice::office);
    }

    @GetMapping("/{office}")
    @Operation(summary = "The office as the decider sees it now")
    Seen<ShownOffice> look(Envelope envelope, @PathVariable String office) {
        return offices.look(envelope, fields -> id(fields, office));
    }

    @PostMapping("/{office}/rename")
    @Operation(summary = "The office bears another name")
    ResponseEntity<Answer<ShownOffice>> rename(
            Envelope envelope, @PathVariable String office, @RequestBody NameBody body) {
        return send(
                envelope,
                office,
                body,
                (fields, id) -> new RenameOffice(id, fields.required("name", body.name(), Fields.names("name"))));
    }

    @PostMapping("/{office}/close")
    @Operation(summary = "The office serves nobody any more")
    ResponseEntity<Answer<ShownOffice>> close(
            Envelope envelope, @PathVariable String office, @RequestBody CloseBody body) {
        return send(
                envelope,
                office,
                body,
                (fields, id) -> new CloseOffice(id, fields.required("reason", body.reason(), Fields.text(500))));
    }

    @PostMapping("/{office}/services/{service}/offer")
    @Operation(summary = "The office offers a service, or changes its name or target")
    ResponseEntity<Answer<ShownOffice>> offer(
            Envelope envelope, @PathVariable String office, @PathVariable String service, @RequestBody OfferBody body) {
        return send(
                envelope,
                office,
                body,
                (fields, id) -> new OfferService(
                        id,
                        fields.required("service", service, ServiceId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.optional("waitTargetSeconds", body.waitTargetSeconds(), Fields.between(1, DAY))));
    }

    @PostMapping("/{office}/services/{service}/withdraw")
    @Operation(summary = "The office no longer offers the service")
    ResponseEntity<Answer<ShownOffice>> withdraw(
            Envelope envelope,
            @PathVariable String office,
            @PathVariable String service,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                envelope,
                office,
                body,
                (fields, id) -> new WithdrawService(id, fields.required("service", service, ServiceId::new)));
    }

    @PostMapping("/{office}/desks/{desk}/install")
    @Operation(summary = "The office has a desk, or the desk has another name")
    ResponseEntity<Answer<ShownOffice>> install(
            Envelope envelope, @PathVariable String office, @PathVariable String desk, @RequestBody NameBody body) {
        return send(
                envelope,
                office,
                body,
                (fields, id) -> new InstallDesk(
                        id,
                        fields.required("desk", desk, DeskId::new),
                        fields.required("name", body.name(), Fields.names("name"))));
    }

    @PostMapping("/{office}/desks/{desk}/remove")
    @Operation(summary = "The desk is gone")
    ResponseEntity<Answer<ShownOffice>> remove(
            Envelope envelope,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(
                envelope, office, body, (fields, id) -> new RemoveDesk(id, fields.required("desk", desk, DeskId::new)));
    }

    private ResponseEntity<Answer<ShownOffice>> send(
            Envelope envelope,
            String office,
            @Nullable Timed body,
            BiFunction<Fields, OfficeId, OfficeCommand> command) {
        return offices.send(envelope, body, fields -> id(fields, office), command);
    }

    private static OfficeId id(Fields fields, String office) {
        return fields.required("office", office, OfficeId::new);
    }
}
