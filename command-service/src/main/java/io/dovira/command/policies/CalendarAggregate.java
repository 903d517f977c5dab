package io.dovira.command.policies;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.CalendarHistory;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A calendar as Axon sees it: lets {@link CalendarDecider} decide and applies what it says. */
@Aggregate(type = "Calendar", commandTargetResolver = "streamOfCommand")
class CalendarAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable CalendarHistory calendar;

    @CommandHandler(commandName = PolicySubjects.CALENDAR_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(CalendarCommand command, @MetaDataValue(Intent.KEY) Intent intent) {
        return Recording.of(
                CalendarDecider.decide(calendar, command, intent.moment()),
                intent,
                null,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(calendar));
    }

    @EventSourcingHandler
    void on(CalendarFact fact, EventMessage<?> message) {
        stream = fact.calendar().stream();
        calendar = CalendarHistory.evolve(calendar, fact, OccurredAt.of(message));
    }
}
