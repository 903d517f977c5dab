package io.dovira.command.visits;

import io.dovira.command.platform.KeyedDigest;
import io.dovira.command.platform.SharedSecrets;
import io.dovira.events.visits.TicketCode;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The codes of visitors. Each is made of the request that told the arrival and a secret that all services share, and the id of the visit is made of the
 * code: it is kept nowhere, and a repeated request gets the same one from any service. Thread-safe.
 */
@Component
final class TicketCodes {
    private final KeyedDigest digests;

    TicketCodes(SharedSecrets secrets) {
        this.digests = new KeyedDigest(secrets, "ticket-codes");
    }

    /** The code of a visit that arrives now, by a request with this seed. */
    TicketCode of(String seed) {
        return TicketCode.of(digests.of(seed));
    }

    /** The code of this visit; empty unless its id was made of it. */
    Optional<TicketCode> of(Visit visit, String seed) {
        return Optional.of(of(seed)).filter(code -> code.visit().equals(visit.id()));
    }
}
