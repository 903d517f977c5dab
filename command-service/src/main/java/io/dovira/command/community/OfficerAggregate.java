package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
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

/** A community officer as Axon sees it. Whoever moves one to the community of another office must be entitled to both. */
@Aggregate(type = "Officer", commandTargetResolver = "streamOfCommand")
class OfficerAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Officer officer;

    @CommandHandler(commandName = Communities.OFFICER_COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(
            OfficerCommand command, @MetaDataValue(Intent.KEY) Intent intent, CommunitySurroundings surroundings) {
        CommunityId named = switch (command) {
            case SelectOfficer select -> select.community();
            case AssignOfficer assign -> assign.community();
            case ReassignOfficer reassign -> reassign.community();
            case StartTraining ignored -> null;
            case CompleteTraining ignored -> null;
            case NoteAbsence ignored -> null;
            case NoteReturn ignored -> null;
            case ReleaseOfficer ignored -> null;
        };
        Community community =
                named == null ? null : surroundings.community(named).orElse(null);
        OfficeId before = officer == null ? null : officer.office();
        OfficeId after = community == null ? before : community.office();
        Decision decision = ifOutside(intent, before)
                .or(() -> ifOutside(intent, after))
                .orElseGet(() -> OfficerDecider.decide(officer, command, intent.moment(), community));
        return Recording.of(
                decision,
                intent,
                after,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(officer));
    }

    private static Optional<Decision> ifOutside(Intent intent, @Nullable OfficeId office) {
        return office == null ? Optional.empty() : intent.ifOutside(office);
    }

    @EventSourcingHandler
    void on(OfficerFact fact, EventMessage<?> message) {
        stream = fact.officer().stream();
        officer = Officer.evolve(officer, fact, OccurredAt.of(message));
    }
}
