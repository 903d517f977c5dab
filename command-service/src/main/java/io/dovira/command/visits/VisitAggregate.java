package io.dovira.command.visits;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.TimeQuality;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import java.time.LocalDate;
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
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A visit as Axon sees it: loads what the decision rests on, lets {@link VisitDecider} decide, applies what it says. */
@Aggregate(type = "Visit", commandTargetResolver = "streamOfCommand")
class VisitAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Visit visit;
    private final Set<String> eventIds = new HashSet<>();

    @CommandHandler(commandName = Visits.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(VisitCommand command, @MetaDataValue(Intent.KEY) Intent intent, VisitSurroundings surroundings) {
        OfficeId office = office(command);
        Decision decision = office == null
                ? decide(command, intent, surroundings, null)
                : intent.ifOutside(office).orElseGet(() -> decide(command, intent, surroundings, office));
        return Recording.of(
                decision,
                intent,
                command instanceof CloseVisit ? TimeQuality.AUTO_CLOSED : intent.quality(),
                office,
                (fact, meta) -> record(command, fact, meta, surroundings),
                () -> Objects.requireNonNull(visit));
    }

    private Decision decide(
            VisitCommand command, Intent intent, VisitSurroundings surroundings, @Nullable OfficeId in) {
        Office office =
                in != null && dependsOnOffice(command) ? surroundings.office(in).orElse(null) : null;
        DeskId at = desk(command);
        Desk desk = in == null || at == null ? null : surroundings.desk(in, at);
        int number = office == null || visit != null || !(command instanceof ArriveVisitor)
                ? 0
                : surroundings.nextNumber(
                        office.id(), LocalDate.ofInstant(intent.moment().occurredAt(), office.zone()));
        return VisitDecider.decide(
                visit,
                command,
                new VisitPremises(
                        intent.moment(),
                        intent.actor(),
                        office,
                        desk,
                        command instanceof CorrectVisit ? surroundings.policies() : PolicyBook.empty(),
                        number,
                        eventIds,
                        surroundings.mostRecalls()));
    }

    private void record(VisitCommand command, Fact fact, MetaData meta, VisitSurroundings surroundings) {
        if (fact instanceof VisitFact own) {
            apply(own, meta);
        } else {
            surroundings.record(command.visit(), fact, meta);
        }
    }

    /** Whose visit it is, or will be. */
    private @Nullable OfficeId office(VisitCommand command) {
        if (visit != null) {
            return visit.office();
        }
        return command instanceof ArriveVisitor arrive ? arrive.office() : null;
    }

    private static boolean dependsOnOffice(VisitCommand command) {
        return switch (command) {
            case ArriveVisitor ignored -> true;
            case CorrectVisit ignored -> true;
            case ApproveVisitCorrection ignored -> true;
            case RejectVisitCorrection ignored -> false;
            case LegCommand ofLeg -> ofLeg instanceof TransferLeg || ofLeg instanceof CloseVisit;
        };
    }

    /** The desk that the command names, or else the one that the open leg is at. */
    private @Nullable DeskId desk(VisitCommand command) {
        if (command instanceof CallVisitor call) {
            return call.desk();
        }
        Leg leg = visit == null ? null : visit.lastLeg();
        return leg == null || !(command instanceof LegCommand) ? null : leg.desk();
    }

    @EventSourcingHandler
    void on(VisitFact fact, EventMessage<?> message) {
        stream = fact.visit().stream();
        visit = Visit.evolve(visit, fact, OccurredAt.of(message));
        eventIds.add(message.getIdentifier());
    }
}
