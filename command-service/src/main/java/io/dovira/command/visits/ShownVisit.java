package io.dovira.command.visits;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketCode;
import io.dovira.events.visits.Visit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit as a client sees it. What is not known is null. */
@Schema(name = "Visit")
record ShownVisit(
        @Schema(example = "0199b1d2-6a10-7c3e") String id,
        @Schema(example = "lviv-03") String office,
        Channel channel,
        Instant arrivedAt,

        @Schema(description = "The booked time; null for a walk-in") @Nullable
        Instant appointmentAt,

        @Schema(description = "What the display shows", example = "A042")
        String ticket,

        @Schema(
                description =
                        "For the visitor: opens the page of the own ticket without a sign-in. In the answer to the "
                                + "arrival only; nothing keeps it. Null also if the client chose the id of the visit",
                example = "7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6")
        @Nullable
        String code,

        @Schema(description = "Whether anything but a correction may still happen")
        boolean open,

        @Schema(description = "In order; only the last can be open")
        List<ShownLeg> legs,

        @Schema(description = "Corrections that wait for a second person")
        List<Proposal> proposals) {

    static ShownVisit of(Visit visit) {
        return of(visit, null);
    }

    static ShownVisit of(Visit visit, @Nullable TicketCode code) {
        return new ShownVisit(
                visit.id().value(),
                visit.office().value(),
                visit.channel(),
                visit.arrivedAt(),
                visit.appointmentAt(),
                visit.ticket(),
                code == null ? null : code.printed(),
                visit.isOpen(),
                visit.legs().stream().map(ShownLeg::of).toList(),
                visit.corrections().waiting());
    }
}
