package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
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

/** A station as Axon sees it. It belongs to the office that answers for its community. */
@Aggregate(type = "Station", commandTargetResolver = "streamOfCommand")
class StationAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Station station;

    @CommandHandler(commandName = Communities.STATION_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(
            StationCommand command, @MetaDataValue(Intent.KEY) Intent intent, CommunitySurroundings surroundings) {
        Community community = command instanceof OpenStation open
                ? surroundings.community(open.community()).orElse(null)
                : null;
        OfficeId office = station != null ? station.office() : community != null ? community.office() : null;
        Decision decision = Optional.ofNullable(office)
                .flatMap(intent::ifOutside)
                .orElseGet(() -> StationDecider.decide(station, command, intent.moment(), community));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(station));
    }

    @EventSourcingHandler
    void on(StationFact fact, EventMessage<?> message) {
        stream = fact.station().stream();
        station = Station.evolve(station, fact, OccurredAt.of(message));
    }
}
