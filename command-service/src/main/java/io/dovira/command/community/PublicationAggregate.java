package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import java.util.Objects;
import java.util.Optional;
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

/** A publication as Axon sees it. */
@Aggregate(type = "Publication", commandTargetResolver = "streamOfCommand")
class PublicationAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Publication publication;

    @CommandHandler(commandName = Communities.PUBLICATION_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(
            PublicationCommand command, @MetaDataValue(Intent.KEY) Intent intent, CommunitySurroundings surroundings) {
        OfficeId office = publication != null
                ? publication.office()
                : switch (command) {
                    case PublishTrustSurvey survey -> survey.office();
                    case PublishFigures figures -> figures.office();
                    case WithdrawPublication ignored -> null;
                };
        Decision decision = Optional.ofNullable(office)
                .flatMap(intent::ifOutside)
                .orElseGet(() -> PublicationDecider.decide(
                        publication,
                        command,
                        intent.moment(),
                        office == null ? null : surroundings.office(office).orElse(null),
                        asked(command, surroundings)));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(publication));
    }

    private static @Nullable Community asked(PublicationCommand command, CommunitySurroundings surroundings) {
        return command instanceof PublishTrustSurvey survey && survey.community() != null
                ? surroundings.community(survey.community()).orElse(null)
                : null;
    }

    @EventSourcingHandler
    void on(PublicationFact fact, EventMessage<?> message) {
        stream = fact.publication().stream();
        publication = Publication.evolve(publication, fact, OccurredAt.of(message));
    }
}
