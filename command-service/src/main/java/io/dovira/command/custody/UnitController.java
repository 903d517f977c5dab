package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.platform.TimeBody;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.UnitFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hand-over between shifts, signed by both. */
@RestController
@RequestMapping("/api/v1/custody/units")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class UnitController {
    private final Endpoint<OfficeId, UnitFact, CustodyUnit, ShownUnit> units;

    UnitController(Endpoints endpoints, States states) {
        this.units = endpoints.of(
                Custodies.UNITS,
                new Endpoint.Kind<>(
                        UnitFact::stream,
                        CustodyUnit::office,
                        unit -> ShownUnit.of(
                                unit,
                                custody -> states.find(Custodies.SUBJECT, custody.stream())
                                        .map(Seen::state)),
                        CustodyReason.UNIT_UNKNOWN));
    }

    @GetMapping("/{office}")
    @Operation(summary = "Everybody in the unit, with what is open: to be read before it is signed for")
    Seen<ShownUnit> look(Envelope envelope, @PathVariable String office) {
        return units.look(envelope, fields -> id(fields, office));
    }

    @PostMapping("/{office}/hand-over")
    @Operation(summary = "The outgoing shift signs")
    ResponseEntity<Answer<ShownUnit>> handOver(
            Envelope envelope, @PathVariable String office, @RequestBody(required = false) @Nullable TimeBody body) {
        return units.send(envelope, body, fields -> id(fields, office), (fields, id) -> new OfferHandover(id));
    }

    @PostMapping("/{office}/take-over")
    @Operation(summary = "The incoming shift signs; the record of everybody in the unit says so")
    ResponseEntity<Answer<ShownUnit>> takeOver(
            Envelope envelope, @PathVariable String office, @RequestBody(required = false) @Nullable TimeBody body) {
        return units.send(envelope, body, fields -> id(fields, office), (fields, id) -> new TakeOver(id));
    }

    private static OfficeId id(Fields fields, String office) {
        return fields.required("office", office, OfficeId::new);
    }
}
