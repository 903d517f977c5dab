package io.dovira.query.live;

import io.dovira.events.DeskId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.waits.WaitRules;
import io.dovira.events.waits.WaitTargets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit, and what the board needs beside it.
 *
 * @param timeZone of the office when the visit arrived
 */
record LiveVisit(Visit visit, Origin origin, String timeZone, WaitTargets targets) {

    static LiveVisit evolve(
            @Nullable LiveVisit before, Recorded<?> recorded, VisitFact fact, OfficeTerms office, WaitRules rules) {
        Visit was = before == null ? null : before.visit;
        Visit is = Visit.evolve(was, fact, recorded.occurredAt());
        return new LiveVisit(
                is,
                before == null ? recorded.meta().origin() : before.origin,
                before == null ? office.zone(recorded.position()) : before.timeZone,
                WaitTargets.evolve(
                        before == null ? null : before.targets, was, is, office, rules, recorded.position()));
    }

    private LocalDateTime arrived() {
        return LocalDateTime.ofInstant(visit.arrivedAt(), ZoneId.of(timeZone));
    }

    /** The day to which the visit belongs: that of the arrival, where it arrived. */
    String day() {
        return arrived().toLocalDate().toString();
    }

    /** What the visit adds to its day, as it stands now. */
    DayEntry entry() {
        List<Wait> waits = new ArrayList<>();
        for (Leg leg : visit.legs()) {
            if (leg.state() != LegState.CLOSED_BY_SYSTEM) {
                leg.waiting()
                        .filter(waited -> !waited.isNegative())
                        .ifPresent(waited -> waits.add(new Wait(waited.toMillis(), targets.of(leg))));
            }
        }
        Leg last = visit.lastLeg();
        return new DayEntry(arrived().getHour(), last == null ? null : last.state(), waits, leftLate(), services());
    }

    /** What was done for the visitor at desks. When a visit that was forgotten is closed by the system, nobody knows how long that took. */
    private List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (Leg leg : visit.legs()) {
            DeskId desk = leg.desk();
            if (desk != null && leg.state() != LegState.CLOSED_BY_SYSTEM) {
                leg.handling()
                        .filter(handled -> handled.isPositive())
                        .ifPresent(handled -> services.add(new Service(desk.value(), handled.toMillis())));
            }
        }
        return services;
    }

    /** Legs whose visitor left before a call and after the target. */
    private int leftLate() {
        int late = 0;
        for (Leg leg : visit.legs()) {
            Duration waited = leg.abandonment().orElse(null);
            if (waited != null) {
                Wait wait = new Wait(waited.toMillis(), targets.of(leg));
                late += wait.hasTarget() && !wait.within() ? 1 : 0;
            }
        }
        return late;
    }

    /** The leg that is still open, as the board shows it; null if none is. */
    @Nullable
    OpenLeg openLeg() {
        Leg last = visit.lastLeg();
        if (last == null || last.state().isEnded()) {
            return null;
        }
        return new OpenLeg(
                visit.id().value(),
                last.number(),
                visit.ticket(),
                last.service().value(),
                last.state(),
                last.queuedAt(),
                last.calledAt(),
                last.startedAt(),
                last.heldAt(),
                last.desk() == null ? null : last.desk().value(),
                targets.of(last));
    }

    /** A wait in ms and its target in seconds; null if there is none. */
    record Wait(long ms, @Nullable Integer targetSeconds) {
        boolean hasTarget() {
            return targetSeconds != null;
        }

        boolean within() {
            return targetSeconds != null
                    && ms <= Duration.ofSeconds(targetSeconds).toMillis();
        }
    }

    /**
     * @param hour local hour of arrival
     * @param ended state of the last leg; null before the ticket
     * @param leftLate legs that were left after their target, before a call
     * @param services those that have ended
     */
    record DayEntry(int hour, @Nullable LegState ended, List<Wait> waits, int leftLate, List<Service> services) {}

    /** A service at a desk that has ended, and how long it took without holds. */
    record Service(String desk, long ms) {}

    /**
     * A leg that somebody waits in or is served in.
     *
     * @param targetSeconds how long the wait should be at most; null if nothing was promised
     */
    record OpenLeg(
            String visit,
            int leg,
            String ticket,
            String service,
            LegState state,
            Instant queuedAt,
            @Nullable Instant calledAt,
            @Nullable Instant startedAt,
            @Nullable Instant heldAt,
            @Nullable String desk,
            @Nullable Integer targetSeconds) {}
}
