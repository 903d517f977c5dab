package io.dovira.command.offices;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
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
 * A desk as Axon sees it: loads what the decision rests on, lets {@link DeskDecider} decide, applies what it says.
 *
 * <p>Its fields are what a snapshot holds. Raise the revision when they or the fold of {@link Desk} change: older snapshots are then left alone
 * and the facts are read.
 */
@Aggregate(type = "Desk", commandTargetResolver = "streamOfCommand", snapshotTriggerDefinition = "longStreams")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class DeskAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Desk desk;

    @CommandHandler(commandName = Offices.DESK_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(DeskCommand command, @MetaDataValue(Intent.KEY) Intent intent, DeskSurroundings surroundings) {
        Decision decision = intent.ifOutside(command.office()).orElseGet(() -> decide(command, intent, surroundings));
        return Recording.of(
                decision,
                intent,
                command.office(),
                (fact, meta) -> record(fact, meta, surroundings),
                () -> Objects.requireNonNull(desk));
    }

    private Decision decide(DeskCommand command, Intent intent, DeskSurroundings surroundings) {
        Office office = surroundings.office(command.office()).orElse(null);
        StaffId staff = command instanceof OpenDesk open ? open.staff() : desk == null ? null : desk.staff();
        StaffSession session = staff == null ? null : surroundings.session(staff);
        return DeskDecider.decide(desk, command, new DeskPremises(intent.moment(), office, session));
    }

    private void record(Fact fact, MetaData meta, DeskSurroundings surroundings) {
        switch (fact) {
            case DeskFact own -> record(own, meta);
            case StaffFact ofStaff -> surroundings.record(ofStaff, meta);
            default -> throw new IllegalStateException("a desk has no place for " + fact);
        }
    }

    @Nullable
    Desk state() {
        return desk;
    }

    void record(DeskFact fact, MetaData meta) {
        AggregateLifecycle.apply(fact, meta);
    }

    @EventSourcingHandler
    void on(DeskFact fact, EventMessage<?> message) {
        stream = DeskFact.stream(fact.office(), fact.desk());
        desk = Desk.evolve(desk, fact, OccurredAt.of(message));
    }
}
