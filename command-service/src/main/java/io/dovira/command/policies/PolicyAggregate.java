package io.dovira.command.policies;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
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

/** A policy as Axon sees it: lets {@link PolicyDecider} decide and applies what it says. */
@Aggregate(type = "Policy", commandTargetResolver = "streamOfCommand")
class PolicyAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable PolicyHistory policy;

    @CommandHandler(commandName = PolicySubjects.POLICY_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(PolicyCommand command, @MetaDataValue(Intent.KEY) Intent intent, PolicySurroundings surroundings) {
        boolean calendarKnown = !(command instanceof PublishPolicy publish)
                || publish.calendar() == null
                || surroundings.knows(publish.calendar());
        Decision decision = PolicyDecider.decide(policy, command, new PolicyPremises(intent.moment(), calendarKnown));
        return Recording.of(
                decision,
                intent,
                null,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(policy));
    }

    @EventSourcingHandler
    void on(PolicyFact fact, EventMessage<?> message) {
        stream = fact.policy().stream();
        policy = PolicyHistory.evolve(policy, fact, OccurredAt.of(message));
    }
}
