package io.dovira.events.visits;

import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;

/** The visitor has a ticket and waits for a service: leg 1 is queued. {@code ticket}: what the display shows, for example {@code A042}. */
@StoredAs("visit.ticket-issued")
public record TicketIssued(VisitId visit, String ticket, ServiceId service) implements VisitFact {
    public TicketIssued {
        if (ticket.isBlank() || ticket.length() > 20) {
            throw new IllegalArgumentException("ticket must be 1 to 20 characters");
        }
    }
}
