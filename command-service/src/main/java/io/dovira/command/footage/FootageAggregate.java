package io.dovira.command.footage;

import io.dovira.command.footage.FootagePremises.Shown;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/** A segment as Axon sees it: loads what the decision rests on, lets {@link FootageDecider} decide, applies what it says. */
@Aggregate(type = "Footage", commandTargetResolver = "streamOfCommand")
class FootageAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Footage footage;

    @CommandHandler(commandName = Segments.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(FootageCommand command, @MetaDataValue(Intent.KEY) Intent intent, FootageSurroundings surroundings) {
        Camera camera = camera(command, surroundings);
        OfficeId office = office(command, camera);
        Decision decision = office == null
                ? decide(command, intent, surroundings, camera, ZoneOffset.UTC)
                : intent.ifOutside(office)
                        .orElseGet(() -> decide(command, intent, surroundings, camera, zone(office, surroundings)));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(footage));
    }

    private Decision decide(
            FootageCommand command,
            Intent intent,
            FootageSurroundings surroundings,
            @Nullable Camera camera,
            ZoneId zone) {
        Shown shown =
                command instanceof LinkFootage link ? surroundings.shown(link).orElse(null) : null;
        PolicyBook policies = command instanceof IngestSegment ? surroundings.policies() : PolicyBook.empty();
        return FootageDecider.decide(
                footage, command, new FootagePremises(intent.moment(), camera, zone, shown, policies));
    }

    /** Only two commands rest on it. */
    private @Nullable Camera camera(FootageCommand command, FootageSurroundings surroundings) {
        if (command instanceof RecordSegment record) {
            return surroundings.camera(record.camera()).orElse(null);
        }
        return command instanceof IngestSegment && footage != null
                ? surroundings.camera(footage.recorded().camera()).orElse(null)
                : null;
    }

    /** Where it was recorded, or is about to be: a camera may have moved since. */
    private @Nullable OfficeId office(FootageCommand command, @Nullable Camera camera) {
        if (footage != null) {
            return footage.office();
        }
        if (camera == null || !(command instanceof RecordSegment record)) {
            return null;
        }
        return camera.placeByItsClock(record.from()).orElse(camera.place()).office();
    }

    private static ZoneId zone(OfficeId office, FootageSurroundings surroundings) {
        return surroundings.office(office).map(Office::zone).orElse(ZoneOffset.UTC);
    }

    @EventSourcingHandler
    void on(FootageFact fact, EventMessage<?> message) {
        stream = fact.footage().stream();
        footage = Footage.evolve(footage, fact, OccurredAt.of(message));
    }
}
