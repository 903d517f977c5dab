package io.dovira.command.appeals;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.offices.Office;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Visit;
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

/** An appeal as Axon sees it: loads what the decision rests on, lets {@link AppealDecider} decide, applies what it says. */
@Aggregate(type = "Appeal", commandTargetResolver = "streamOfCommand")
class AppealAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Appeal appeal;
    private final Set<String> eventIds = new HashSet<>();

    @CommandHandler(commandName = Appeals.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(AppealCommand command, @MetaDataValue(Intent.KEY) Intent intent, AppealSurroundings surroundings) {
        OfficeId office = office(command);
        Decision decision = office == null
                ? decide(command, intent, surroundings, null)
                : intent.ifOutside(office).orElseGet(() -> decide(command, intent, surroundings, office));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> record(fact, meta, surroundings),
                () -> Objects.requireNonNull(appeal));
    }

    private Decision decide(
            AppealCommand command, Intent intent, AppealSurroundings surroundings, @Nullable OfficeId in) {
        Office office = in == null ? null : surroundings.office(in).orElse(null);
        boolean lodges = command instanceof LodgeAppeal && appeal == null;
        return AppealDecider.decide(
                appeal,
                command,
                new AppealPremises(
                        intent.moment(),
                        intent.actor(),
                        office,
                        lodges ? visit((LodgeAppeal) command, surroundings) : null,
                        surroundings.policies(),
                        number(command, intent, surroundings, office),
                        lodges ? surroundings.receipt(command.appeal()) : null,
                        eventIds));
    }

    private static @Nullable Visit visit(LodgeAppeal lodge, AppealSurroundings surroundings) {
        return lodge.visit() == null ? null : surroundings.visit(lodge.visit()).orElse(null);
    }

    private int number(AppealCommand command, Intent intent, AppealSurroundings surroundings, @Nullable Office office) {
        return office != null
                        && appeal != null
                        && appeal.state() == AppealState.LODGED
                        && command instanceof RegisterAppeal
                ? surroundings.nextNumber(office.id(), TermDecider.year(appeal, intent.moment(), office.zone()))
                : 0;
    }

    private void record(Fact fact, MetaData meta, AppealSurroundings surroundings) {
        switch (fact) {
            case AppealFact own -> apply(own, meta);
            case RegisterNumberDrawn drawn -> surroundings.record(drawn, meta);
            default -> throw new IllegalStateException("an appeal has no place for " + fact);
        }
    }

    /** Whose appeal it is, or will be. */
    private @Nullable OfficeId office(AppealCommand command) {
        if (appeal != null) {
            return appeal.office();
        }
        return command instanceof LodgeAppeal lodge ? lodge.office() : null;
    }

    @EventSourcingHandler
    void on(AppealFact fact, EventMessage<?> message) {
        stream = fact.appeal().stream();
        appeal = Appeal.evolve(appeal, fact, OccurredAt.of(message));
        eventIds.add(message.getIdentifier());
    }
}
