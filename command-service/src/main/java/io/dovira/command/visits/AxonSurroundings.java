package io.dovira.command.visits;

import io.dovira.command.offices.Desks;
import io.dovira.command.offices.Offices;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.tickets.TicketNumberDrawn;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desks, rules and rolls of the running service. */
@Component
final class AxonSurroundings implements VisitSurroundings {
    private final States states;
    private final Policies policies;
    private final Desks desks;
    private final TicketRoll roll;
    private final VisitProperties properties;

    AxonSurroundings(States states, Policies policies, Desks desks, TicketRoll roll, VisitProperties properties) {
        this.states = states;
        this.policies = policies;
        this.desks = desks;
        this.roll = roll;
        this.properties = properties;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(seen -> seen.state());
    }

    @Override
    public PolicyBook policies() {
        return policies.current();
    }

    @Override
    public @Nullable Desk desk(OfficeId office, DeskId desk) {
        return desks.load(office, desk);
    }

    @Override
    public int nextNumber(OfficeId office, LocalDate day) {
        return roll.next(office, day);
    }

    @Override
    public int mostRecalls() {
        return properties.mostRecalls();
    }

    @Override
    public void record(VisitId visit, Fact fact, MetaData meta) {
        switch (fact) {
            case DeskFact ofDesk -> desks.record(ofDesk, meta);
            case TicketNumberDrawn drawn -> roll.record(drawn, meta);
            default -> throw new IllegalStateException("visit " + visit + " has no place for " + fact);
        }
    }
}
