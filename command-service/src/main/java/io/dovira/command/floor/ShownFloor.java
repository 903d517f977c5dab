package io.dovira.command.floor;

import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The floor of an office as a client sees it. What is not known is null. */
@Schema(name = "Floor")
record ShownFloor(
        @Schema(description = "Up to which the log is told here", example = "812334")
        long position,

        @Schema(description = "The time of the service") Instant at,
        @Schema(example = "lviv-03") String office,
        Map<String, String> name,
        @Schema(example = "Europe/Kyiv") String timeZone,
        @Schema(description = "Serves nobody any more") boolean closed,

        @Schema(description = "What can be asked for now; ticket letters follow this order")
        List<Service> services,

        @Schema(description = "The desks that are there now")
        List<Seat> desks,

        @Schema(description = "Who waits or is served, in the order of arrival")
        List<ShownGuest> open,

        @Schema(description = "Who left last, the newest first; the last twenty of the day")
        List<ShownGuest> gone) {

    @Schema(name = "FloorService")
    record Service(
            String id,
            Map<String, String> name,

            @Schema(description = "Longest wait within target for who comes now") @Nullable
            Integer waitTargetSeconds) {}

    @Schema(name = "FloorDesk")
    record Seat(
            String id,
            Map<String, String> name,
            DeskState state,

            @Schema(description = "Who sits there; null while closed") @Nullable
            String staff,

            @Schema(description = "Whom it has called or serves") @Nullable
            String visit) {}

    @Schema(name = "FloorGuest")
    record ShownGuest(
            @Schema(example = "0199b1d2-6a10-7c3e") String visit,

            @Schema(description = "What the display shows", example = "A042")
            String ticket,

            Channel channel,
            Instant arrivedAt,

            @Schema(description = "The booked time; null for a walk-in") @Nullable
            Instant appointmentAt,

            @Schema(description = "In order; only the last can be open")
            List<Turn> legs,

            @Schema(description = "How many corrections wait for a second person")
            int proposals) {}

    @Schema(name = "FloorLeg")
    record Turn(
            int number,
            @Schema(example = "advice") String service,
            LegState state,

            @Schema(description = "How often it was called since it was last queued")
            int calls,

            Instant queuedAt,

            @Schema(description = "Longest wait within target, by the rule of when it was queued") @Nullable
            Integer waitTargetSeconds,

            @Schema(description = "The last call") @Nullable Instant calledAt,
            @Nullable Instant startedAt,

            @Schema(description = "Start of the hold that runs now") @Nullable
            Instant heldAt,

            @Schema(description = "Sum of the holds that have ended")
            double heldSeconds,

            @Nullable Instant endedAt,
            @Nullable String desk,
            @Nullable String staff,

            @Schema(description = "The desk that a transfer asked for") @Nullable
            String onlyDesk,

            @Schema(description = "The person that a transfer asked for") @Nullable
            String onlyStaff,

            @Schema(description = "When its newest fact happened; the next cannot be earlier")
            Instant lastAt,

            @Schema(description = "By field, the event that told it: what a correction names")
            Map<CorrectedField, String> told) {}

    static ShownFloor of(Floor floor) {
        Office office = floor.office();
        return new ShownFloor(
                floor.position(),
                floor.at(),
                office.id().value(),
                office.name(),
                office.zone().getId(),
                office.closed(),
                office.services().stream()
                        .filter(Office.Service::offered)
                        .map(service -> new Service(service.id().value(), service.name(), floor.waitTarget(service)))
                        .toList(),
                floor.seats().stream().map(ShownFloor::seat).toList(),
                floor.open().stream().map(ShownFloor::guest).toList(),
                floor.gone().stream().map(ShownFloor::guest).toList());
    }

    private static Seat seat(Floor.Seat seat) {
        Desk state = seat.state();
        return new Seat(
                seat.desk().id().value(),
                seat.desk().name(),
                state == null ? DeskState.CLOSED : state.state(),
                state == null ? null : text(state.staff()),
                state == null ? null : text(state.visit()));
    }

    private static ShownGuest guest(Guest guest) {
        Visit visit = guest.visit();
        return new ShownGuest(
                visit.id().value(),
                visit.ticket(),
                visit.channel(),
                visit.arrivedAt(),
                visit.appointmentAt(),
                visit.legs().stream()
                        .map(leg ->
                                turn(leg, guest.targets().of(leg), guest.told().getOrDefault(leg.number(), Map.of())))
                        .toList(),
                visit.corrections().waiting().size());
    }

    private static Turn turn(Leg leg, @Nullable Integer waitTarget, Map<CorrectedField, String> told) {
        return new Turn(
                leg.number(),
                leg.service().value(),
                leg.state(),
                leg.calls(),
                leg.queuedAt(),
                waitTarget,
                leg.calledAt(),
                leg.startedAt(),
                leg.heldAt(),
                leg.held().toMillis() / 1000.0,
                leg.endedAt(),
                text(leg.desk()),
                text(leg.staff()),
                text(leg.onlyDesk()),
                text(leg.onlyStaff()),
                leg.lastAt(),
                told);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : Objects.toString(id);
    }
}
