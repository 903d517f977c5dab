package io.dovira.query.estimates;

import io.dovira.events.visits.TicketCode;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The own visit, for whoever holds its code. */
@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "Tickets", description = "The own place in line, for the holder of a ticket's code; no sign-in")
class TicketsController {
    private final Tickets tickets;

    TicketsController(Tickets tickets) {
        this.tickets = tickets;
    }

    /** A code that cannot be read is answered like one that nobody has: there is nothing to learn from trying. */
    @GetMapping("/{code}")
    @Operation(summary = "Place in line, estimated call, and what has happened; no sign-in, no personal data")
    ResponseEntity<TicketView> one(
            @PathVariable String code,
            @Parameter(description = "wait until the place in line is complete to this position")
                    @RequestParam(defaultValue = "0")
                    long minPosition) {
        TicketView found = find(code, minPosition);
        if (found == null) {
            throw Problem.notFound("there is no visit with this code");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    private @Nullable TicketView find(String code, long minPosition) {
        TicketCode ticket;
        try {
            ticket = new TicketCode(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return tickets.of(ticket.visit(), minPosition);
    }
}
