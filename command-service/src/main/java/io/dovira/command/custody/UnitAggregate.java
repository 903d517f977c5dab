package io.dovira.command.custody;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.Fact;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.UnitFact;
import java.util.List;
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
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as Axon sees it: loads the records of whom it holds, lets {@link UnitDecider} decide, applies what it says.
 *
 * <p>Its fields are what a snapshot holds. Raise the revision when they or the fold of {@link CustodyUnit} change: older snapshots are then left
 * alone and the facts are read.
 */
@Aggregate(type = "CustodyUnit", commandTargetResolver = "streamOfCommand", snapshotTriggerDefinition = "longStreams")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class UnitAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable CustodyUnit unit;

    @CommandHandler(commandName = Custodies.UNIT_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(UnitCommand command, @MetaDataValue(Intent.KEY) Intent intent, UnitSurroundings surroundings) {
        Decision decision = intent.ifOutside(command.office())
                .orElseGet(() -> UnitDecider.decide(
                        unit, command, new UnitPremises(intent.moment(), intent.actor(), held(surroundings))));
        return Recording.of(
                decision,
                intent,
                command.office(),
                (fact, meta) -> record(fact, meta, surroundings),
                () -> Objects.requireNonNull(unit));
    }

    private List<Custody> held(UnitSurroundings surroundings) {
        return unit == null
                ? List.of()
                : unit.held().stream()
                        .map(held -> surroundings.custody(held.custody()))
                        .toList();
    }

    private void record(Fact fact, MetaData meta, UnitSurroundings surroundings) {
        switch (fact) {
            case UnitFact own -> record(own, meta);
            case CustodyFact ofRecord -> surroundings.record(ofRecord, meta);
            default -> throw new IllegalStateException("a custody unit has no place for " + fact);
        }
    }

    void record(UnitFact fact, MetaData meta) {
        AggregateLifecycle.apply(fact, meta);
    }

    @EventSourcingHandler
    void on(UnitFact fact, EventMessage<?> message) {
        stream = UnitFact.stream(fact.office());
        unit = CustodyUnit.evolve(unit, fact, OccurredAt.of(message));
    }
}
