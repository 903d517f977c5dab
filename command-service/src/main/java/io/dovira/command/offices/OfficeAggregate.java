package io.dovira.command.offices;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An office as Axon sees it: lets {@link OfficeDecider} decide and applies what it says. */
@Aggregate(type = "Office", commandTargetResolver = "streamOfCommand")
class OfficeAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Office office;

    @CommandHandler(commandName = Offices.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(OfficeCommand command, @MetaDataValue(Intent.KEY) Intent intent, Desks desks) {
        OfficeId id = command.office();
        // Whoever would open the desk wants the same place in its stream: it cannot be removed and opened, by any two
        // services.
        Desk desk = command instanceof RemoveDesk remove ? desks.load(id, remove.desk()) : null;
        Decision decision =
                intent.ifOutside(id).orElseGet(() -> OfficeDecider.decide(office, command, intent.moment(), desk));
        return Recording.of(
                decision, intent, id, (fact, meta) -> record(fact, meta, desks), () -> Objects.requireNonNull(office));
    }

    private static void record(Fact fact, MetaData meta, Desks desks) {
        switch (fact) {
            case OfficeFact own -> AggregateLifecycle.apply(own, meta);
            case DeskFact ofDesk -> desks.record(ofDesk, meta);
            default -> throw new IllegalStateException("an office has no place for " + fact);
        }
    }

    @EventSourcingHandler
    void on(OfficeFact fact, EventMessage<?> message) {
        stream = fact.office().stream();
        office = Office.evolve(office, fact, OccurredAt.of(message));
    }
}
