package io.dovira.command.visits;

import io.dovira.command.platform.NumberRoll;
import io.dovira.events.OfficeId;
import io.dovira.events.tickets.TicketNumberDrawn;
import java.time.LocalDate;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** The roll of ticket numbers of each office and day. */
@Component
final class TicketRoll {
    private static final String TYPE = "TicketRoll";

    private final NumberRoll numbers;

    TicketRoll(NumberRoll numbers) {
        this.numbers = numbers;
    }

    /** The next number, held until the unit of work ends. */
    int next(OfficeId office, LocalDate day) {
        return numbers.next(TicketNumberDrawn.stream(office, day));
    }

    /** Takes the number, in the append of the unit of work. */
    void record(TicketNumberDrawn drawn, MetaData meta) {
        numbers.take(TYPE, TicketNumberDrawn.stream(drawn.office(), drawn.day()), drawn.number(), drawn, meta);
    }
}
