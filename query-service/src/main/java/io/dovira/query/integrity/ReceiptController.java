package io.dovira.query.integrity;

import io.dovira.access.Caller;
import io.dovira.access.Feature;
import io.dovira.access.Roles;
import io.dovira.events.OfficeId;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.seal.Leaves;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.query.integrity.SealAnswers.Receipt;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.platform.FactGuard;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import org.bson.BsonValue;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What staff hand to the citizen whom a fact is about, so that he can check without them that it stands in the log, unchanged. */
@RestController
@Tag(name = "Integrity")
class ReceiptController {

    private final EventLog log;
    private final DoviraProperties properties;
    private final List<FactGuard> guards;

    ReceiptController(EventLog log, DoviraProperties properties, List<FactGuard> guards) {
        this.log = log;
        this.properties = properties;
        this.guards = guards;
    }

    @GetMapping("/api/v1/log/receipts/{position}")
    @Operation(
            summary = "The receipt of a fact: everything that is sealed of it, and the page where anybody can check it",
            description =
                    "For the roles that see what the fact is of, and for readers of events to whom it would be sent.")
    Receipt receipt(@PathVariable long position, Caller caller) {
        StoredEvent event =
                log.event(position).orElseThrow(() -> Problem.notFound("the log has no position " + position));
        requireOffice(caller, event);
        if (!isReadAsEvent(caller, event)) {
            requireConcerned(caller, event);
            guards.forEach(guard -> guard.require(event, caller));
        }
        Leaf leaf = Leaves.of(event);
        String receipt = Base64.getUrlEncoder().withoutPadding().encodeToString(leaf.entry());
        return new Receipt(
                position,
                leaf.id(),
                leaf.type(),
                leaf.stream(),
                leaf.occurredAt(),
                leaf.recordedAt(),
                receipt,
                properties.queryUrl() + "/integrity#" + receipt,
                leaf.hash().base64());
    }

    private static void requireOffice(Caller caller, StoredEvent event) {
        BsonValue office = event.meta().get("office");
        if (office != null && office.isString()) {
            caller.offices().require(new OfficeId(office.asString().getValue()));
        } else if (!caller.offices().every()) {
            throw new AccessDeniedException("the fact belongs to no office");
        }
    }

    private static boolean isReadAsEvent(Caller caller, StoredEvent event) {
        return caller.hasAnyOf(Feature.EVENTS.readers()) && caller.events().allows(event.type());
    }

    /** To an integrator a feature is open as far as the token says, and that was asked already. */
    private static void requireConcerned(Caller caller, StoredEvent event) {
        List<String> concerned =
                Feature.of(event.type()).map(Feature::concerned).orElse(List.of());
        if (!caller.hasAnyOf(concerned.stream()
                .filter(role -> !role.equals(Roles.INTEGRATOR))
                .toList())) {
            throw new AccessDeniedException("the fact is of what the role does not see");
        }
    }
}
