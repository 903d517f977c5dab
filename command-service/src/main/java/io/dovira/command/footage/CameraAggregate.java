package io.dovira.command.footage;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraFact;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

/** A camera as Axon sees it: loads what the decision rests on, lets {@link CameraDecider} decide, applies what it says. */
@Aggregate(type = "Camera", commandTargetResolver = "streamOfCommand")
class CameraAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Camera camera;

    /** A camera that moves leaves one office and comes to another: the sender must be entitled to both. */
    @CommandHandler(commandName = Cameras.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(CameraCommand command, @MetaDataValue(Intent.KEY) Intent intent, FootageSurroundings surroundings) {
        OfficeId from = camera == null ? null : camera.place().office();
        OfficeId to = to(command);
        OfficeId office = to == null ? from : to;
        Decision decision = Stream.of(Optional.ofNullable(from), Optional.ofNullable(to))
                .flatMap(Optional::stream)
                .flatMap(one -> intent.ifOutside(one).stream())
                .findFirst()
                .orElseGet(() -> CameraDecider.decide(
                        camera,
                        command,
                        intent.moment(),
                        to == null ? null : surroundings.office(to).orElse(null)));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(camera));
    }

    private static @Nullable OfficeId to(CameraCommand command) {
        return switch (command) {
            case InstallCamera c -> c.office();
            case MoveCamera c -> c.office();
            case RemoveCamera ignored -> null;
            case MeasureClockOffset ignored -> null;
        };
    }

    @EventSourcingHandler
    void on(CameraFact fact, EventMessage<?> message) {
        stream = fact.camera().stream();
        camera = Camera.evolve(camera, fact, OccurredAt.of(message));
    }
}
