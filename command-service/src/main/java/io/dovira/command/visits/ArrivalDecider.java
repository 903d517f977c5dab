package io.dovira.command.visits;

import io.dovira.command.platform.Decision;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.Office;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorArrived;
import java.time.LocalDate;
import java.util.List;

/** Arrivals: the visitor gets a number from the roll of the office's day, behind the letter of the service. */
final class ArrivalDecider {
    private static final int LETTERS = 26;

    private ArrivalDecider() {}

    static Decision decide(ArriveVisitor arrive, VisitPremises premises) {
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(VisitReason.OFFICE_UNKNOWN, "There is no office " + arrive.office() + ".");
        }
        if (office.closed()) {
            return Decision.refuse(VisitReason.OFFICE_CLOSED, "Office " + office.id() + " serves nobody any more.");
        }
        if (!office.offers(arrive.service())) {
            return Decision.refuse(
                    VisitReason.SERVICE_NOT_OFFERED,
                    "Office " + office.id() + " does not offer " + arrive.service() + ".");
        }
        LocalDate day = LocalDate.ofInstant(premises.moment().occurredAt(), office.zone());
        TicketNumberDrawn number = new TicketNumberDrawn(office.id(), day, premises.number(), arrive.visit());
        return Decision.accept(
                new VisitorArrived(arrive.visit(), office.id(), arrive.channel(), arrive.appointmentAt()),
                new TicketIssued(arrive.visit(), number.text(letters(office, arrive.service())), arrive.service()),
                number);
    }

    /** Numbers are unique in the office's day whatever the letter, so a display may leave the letter out. */
    private static String letters(Office office, ServiceId service) {
        List<ServiceId> services =
                office.services().stream().map(Office.Service::id).toList();
        int place = services.indexOf(service);
        String letter = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? letter : (char) ('A' + (place / LETTERS - 1) % LETTERS) + letter;
    }
}
