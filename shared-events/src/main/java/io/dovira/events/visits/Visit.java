package io.dovira.events.visits;

import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.corrections.Corrections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its facts tell it. One fold serves the decider, the projections, the replay page and the verifier.
 *
 * @param arrivedAt when the visitor came
 * @param ticket empty until the ticket is issued
 * @param legs in order; at most the last one is open
 * @param proposals corrections that need a second person; null while there never was one, so that the state of almost every visit does not carry it
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Visit(
        VisitId id,
        OfficeId office,
        Channel channel,
        Instant arrivedAt,
        @Nullable Instant appointmentAt,
        String ticket,
        List<Leg> legs,
        @Nullable Corrections proposals,
        int facts) {

    public Visit {
        legs = List.copyOf(legs);
    }

    /**
     * The state after one more fact.
     *
     * @param before the state so far; null before the first fact
     * @param occurredAt when the fact happened
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Visit evolve(@Nullable Visit before, VisitFact fact, Instant occurredAt) {
        if (fact instanceof VisitorArrived arrived) {
            if (before != null) {
                throw new IllegalStateException(arrived.visit() + " arrived twice");
            }
            return new Visit(
                    arrived.visit(),
                    arrived.office(),
                    arrived.channel(),
                    occurredAt,
                    arrived.appointmentAt(),
                    "",
                    List.of(),
                    null,
                    1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.visit() + " has not arrived");
        }
        return before.after(fact, occurredAt);
    }

    private Visit after(VisitFact fact, Instant at) {
        return switch (fact) {
            case VisitorArrived arrived -> throw new IllegalStateException(arrived.visit() + " arrived twice");
            case TicketIssued f -> issued(f.ticket(), Leg.queued(1, f.service(), at, null, null));
            case VisitorCalled f -> replace(leg(f.leg()).called(f.desk(), f.staff(), at));
            case VisitorRecalled f -> replace(leg(f.leg()).called(f.desk(), f.staff(), at));
            case LegRecycled f -> replace(leg(f.leg()).recycled(at));
            case ServiceStarted f -> replace(leg(f.leg()).started(f.desk(), f.staff(), at));
            case ServiceHeld f -> replace(leg(f.leg()).onHold(at));
            case ServiceResumed f -> replace(leg(f.leg()).resumed(at));
            case LegTransferred f ->
                replace(leg(f.leg()).ended(LegState.TRANSFERRED, at))
                        .add(Leg.queued(f.leg() + 1, f.toService(), at, f.toDesk(), f.toStaff()));
            case ServiceFinished f -> replace(leg(f.leg()).ended(LegState.SERVED, at));
            case VisitorNoShow f -> replace(leg(f.leg()).ended(LegState.NO_SHOW, at));
            case VisitorAbandoned f -> replace(leg(f.leg()).ended(LegState.ABANDONED, at));
            case VisitClosedBySystem f -> replace(leg(f.leg()).ended(LegState.CLOSED_BY_SYSTEM, at));
            case VisitCorrectionProposed f -> with(corrections().with(f));
            case VisitCorrectionRejected f -> with(corrections().without(f.number()));
            case VisitCorrected f -> corrected(f);
        };
    }

    /**
     * The leg with this number.
     *
     * @throws IllegalStateException if there is none
     */
    public Leg leg(int number) {
        if (number < 1 || number > legs.size()) {
            throw new IllegalStateException(id + " has no leg " + number);
        }
        return legs.get(number - 1);
    }

    /** The newest leg; null before the ticket is issued. */
    public @Nullable Leg lastLeg() {
        return legs.isEmpty() ? null : legs.getLast();
    }

    /** Corrections that need a second person. */
    public Corrections corrections() {
        return Objects.requireNonNullElse(proposals, Corrections.NONE);
    }

    /** Whether anything but a correction may still happen. */
    public boolean isOpen() {
        return legs.isEmpty() || !legs.getLast().state().isEnded();
    }

    private Visit issued(String number, Leg first) {
        return new Visit(id, office, channel, arrivedAt, appointmentAt, number, List.of(first), proposals, facts + 1);
    }

    private Visit with(Corrections others) {
        return new Visit(id, office, channel, arrivedAt, appointmentAt, ticket, legs, others, facts + 1);
    }

    private Visit corrected(VisitCorrected f) {
        Visit set = replace(leg(f.leg()).corrected(f.field(), f.is()));
        return f.proposal() == null
                ? set
                : new Visit(
                        id,
                        office,
                        channel,
                        arrivedAt,
                        appointmentAt,
                        ticket,
                        set.legs,
                        corrections().without(f.proposal()),
                        set.facts);
    }

    private Visit replace(Leg leg) {
        List<Leg> all = new ArrayList<>(legs);
        all.set(leg.number() - 1, leg);
        return new Visit(id, office, channel, arrivedAt, appointmentAt, ticket, all, proposals, facts + 1);
    }

    private Visit add(Leg leg) {
        List<Leg> all = new ArrayList<>(legs);
        all.add(leg);
        return new Visit(id, office, channel, arrivedAt, appointmentAt, ticket, all, proposals, facts);
    }
}
