package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.Officer;
import io.dovira.events.offices.Office;
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

/** A community as Axon sees it: loads what the decision rests on, lets {@link CommunityDecider} decide, applies what it says. */
@Aggregate(type = "Community", commandTargetResolver = "streamOfCommand")
class CommunityAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Community community;

    @CommandHandler(commandName = Communities.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(
            CommunityCommand command, @MetaDataValue(Intent.KEY) Intent intent, CommunitySurroundings surroundings) {
        OfficeId office = office(command);
        Decision decision = office == null
                ? decide(command, intent, surroundings)
                : intent.ifOutside(office).orElseGet(() -> decide(command, intent, surroundings));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(community));
    }

    private Decision decide(CommunityCommand command, Intent intent, CommunitySurroundings surroundings) {
        Office office = command instanceof RegisterCommunity register
                ? surroundings.office(register.office()).orElse(null)
                : null;
        OfficerId named = switch (command) {
            case RecordContact contact -> contact.officer();
            case GiveReport report -> report.officer();
            case RegisterCommunity ignored -> null;
            case RestatePopulation ignored -> null;
            case SignMemorandum ignored -> null;
        };
        Officer officer = named == null ? null : surroundings.officer(named).orElse(null);
        return CommunityDecider.decide(community, command, intent.moment(), office, officer);
    }

    private @Nullable OfficeId office(CommunityCommand command) {
        if (community != null) {
            return community.office();
        }
        return command instanceof RegisterCommunity register ? register.office() : null;
    }

    @EventSourcingHandler
    void on(CommunityFact fact, EventMessage<?> message) {
        stream = fact.community().stream();
        community = Community.evolve(community, fact, OccurredAt.of(message));
    }
}
