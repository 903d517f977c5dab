package io.dovira.command.simulator;

import io.dovira.events.tickets.TicketNumberDrawn;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The roll of ticket numbers of a simulated office: a new one begins with each local day. */
final class TicketNumbers {
    private final OfficeProfile office;
    private @Nullable Roll roll;

    TicketNumbers(OfficeProfile office) {
        this.office = office;
    }

    /** The next number of that day. */
    int next(Instant at) {
        return of(LocalDate.ofInstant(at, office.zone())).drawn + 1;
    }

    SimulatedFact take(TicketNumberDrawn number, Instant at, Actor actor) {
        Roll today = of(number.day());
        today.drawn = number.number();
        return today.stream.fact(at, number, actor);
    }

    private Roll of(LocalDate day) {
        if (roll == null || !roll.day.equals(day)) {
            roll = new Roll(day, new SimulatedStream(TicketNumberDrawn.stream(office.id(), day), office.id()));
        }
        return roll;
    }

    private static final class Roll {
        final LocalDate day;
        final SimulatedStream stream;
        int drawn;

        Roll(LocalDate day, SimulatedStream stream) {
            this.day = day;
            this.stream = stream;
        }
    }
}
