package io.dovira.query.interactions;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visit in JSON. Durations in seconds; null is not known, or not yet. {@code proposals}: corrections that wait for a second person. */
record VisitState(
        String state,
        boolean open,
        String office,
        String channel,
        @Nullable String ticket,
        Instant arrivedAt,
        @Nullable Instant appointmentAt,
        List<LegView> legs,
        List<Proposal> proposals) {

    static VisitState of(Visit visit) {
        Leg last = visit.lastLeg();
        return new VisitState(
                last == null ? Interaction.ARRIVED : last.state().name(),
                visit.isOpen(),
                visit.office().value(),
                visit.channel().name(),
                visit.ticket().isEmpty() ? null : visit.ticket(),
                visit.arrivedAt(),
                visit.appointmentAt(),
                visit.legs().stream().map(LegView::of).toList(),
                visit.corrections().waiting());
    }

    /**
     * One wait-and-serve cycle.
     *
     * @param heldSeconds holds that have ended
     * @param waitSeconds from the queue to the last call
     * @param waySeconds from the last call to the start of service
     * @param handlingSeconds in service without holds, once it has ended
     */
    record LegView(
            int number,
            String service,
            String state,
            int calls,
            Instant queuedAt,
            @Nullable Instant calledAt,
            @Nullable Instant startedAt,
            @Nullable Instant heldAt,
            double heldSeconds,
            @Nullable Instant endedAt,
            @Nullable String desk,
            @Nullable String staff,
            @Nullable String onlyDesk,
            @Nullable String onlyStaff,
            @Nullable Double waitSeconds,
            @Nullable Double waySeconds,
            @Nullable Double handlingSeconds) {

        static LegView of(Leg leg) {
            return new LegView(
                    leg.number(),
                    leg.service().value(),
                    leg.state().name(),
                    leg.calls(),
                    leg.queuedAt(),
                    leg.calledAt(),
                    leg.startedAt(),
                    leg.heldAt(),
                    leg.held().toMillis() / 1000.0,
                    leg.endedAt(),
                    text(leg.desk()),
                    text(leg.staff()),
                    text(leg.onlyDesk()),
                    text(leg.onlyStaff()),
                    seconds(leg.waiting()),
                    seconds(leg.way()),
                    seconds(leg.handling()));
        }

        private static @Nullable String text(@Nullable Object id) {
            return id == null ? null : id.toString();
        }

        private static @Nullable Double seconds(Optional<Duration> duration) {
            return duration.map(found -> found.toMillis() / 1000.0).orElse(null);
        }
    }
}
