package io.dovira.events.tickets;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import java.time.LocalDate;

/**
 * A number is taken from the office's roll of that local day, from 1 without gaps: the number of an event is its sequence plus one. The log
 * holds each sequence of a stream once, so however many processes draw, nobody gets the same number.
 *
 * @param day stored as a date; revision 1 had its first instant in UTC
 */
@StoredAs(value = "ticket.number-drawn", revision = 2)
public record TicketNumberDrawn(OfficeId office, LocalDate day, int number, VisitId visit) implements Fact {
    public TicketNumberDrawn {
        if (number < 1) {
            throw new IllegalArgumentException("ticket numbers start at 1, not " + number);
        }
    }

    /** The number as it stands on the ticket, for example A017. {@code letters}: of the service. */
    public String text(String letters) {
        return letters + String.format("%03d", number);
    }

    /** The stream of the log that holds the numbers of an office and local day. */
    public static String stream(OfficeId office, LocalDate day) {
        return "tickets-" + office.value() + ":" + day;
    }
}
