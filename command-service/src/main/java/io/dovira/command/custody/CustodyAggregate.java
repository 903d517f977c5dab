package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.UnitFact;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
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

/** A record as Axon sees it: loads what the decision rests on, lets {@link CustodyDecider} decide, applies what it says. */
@Aggregate(type = "Custody", commandTargetResolver = "streamOfCommand")
class CustodyAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Custody custody;
    private final Set<String> eventIds = new HashSet<>();

    @CommandHandler(commandName = Custodies.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(CustodyCommand command, @MetaDataValue(Intent.KEY) Intent intent, CustodySurroundings surroundings) {
        OfficeId office = office(command);
        Decision decision = office == null
                ? decide(command, intent, surroundings, null)
                : intent.ifOutside(office).orElseGet(() -> decide(command, intent, surroundings, office));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> record(fact, meta, surroundings),
                () -> Objects.requireNonNull(custody));
    }

    private Decision decide(
            CustodyCommand command, Intent intent, CustodySurroundings surroundings, @Nullable OfficeId office) {
        return CustodyDecider.decide(
                custody,
                command,
                new CustodyPremises(
                        intent.moment(),
                        intent.actor(),
                        office == null ? null : surroundings.office(office).orElse(null),
                        surroundings.policies(),
                        eventIds));
    }

    private void record(Fact fact, MetaData meta, CustodySurroundings surroundings) {
        switch (fact) {
            case CustodyFact own -> record(own, meta);
            case UnitFact ofUnit -> surroundings.record(ofUnit, meta);
            default -> throw new IllegalStateException("a custody record has no place for " + fact);
        }
    }

    private @Nullable OfficeId office(CustodyCommand command) {
        if (custody != null) {
            return custody.office();
        }
        return command instanceof MakeEntry make && make.entry() instanceof PersonApprehended first
                ? first.office()
                : null;
    }

    @Nullable
    Custody state() {
        return custody;
    }

    void record(CustodyFact fact, MetaData meta) {
        AggregateLifecycle.apply(fact, meta);
    }

    @EventSourcingHandler
    void on(CustodyFact fact, EventMessage<?> message) {
        stream = fact.custody().stream();
        custody = Custody.evolve(custody, fact, OccurredAt.of(message));
        eventIds.add(message.getIdentifier());
    }
}
