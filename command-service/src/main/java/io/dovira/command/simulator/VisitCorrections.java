package io.dovira.command.simulator;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.visits.ApproveVisitCorrection;
import io.dovira.command.visits.CorrectVisit;
import io.dovira.command.visits.RejectVisitCorrection;
import io.dovira.command.visits.VisitCommand;
import io.dovira.command.visits.VisitPremises;
import io.dovira.command.visits.Visits;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.VisitFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What clerks pressed wrongly for simulated visitors: an end that was told too late, or another service. A little is set right at once, more when the head of
 * the office has signed; a few wait for that in vain.
 */
final class VisitCorrections {
    private static final PolicyBook LAW = BuiltInPolicies.book();

    private final Supplier<Office> office;
    private final List<SimulatedService> services;
    private final Agenda agenda;
    private final Chance chance;

    VisitCorrections(Supplier<Office> office, List<SimulatedService> services, Agenda agenda, Chance chance) {
        this.office = office;
        this.services = services;
        this.agenda = agenda;
        this.chance = chance;
    }

    /** @param finished the fact that told the end; {@code queued} the one that told for what */
    void served(Visitor visitor, SimulatedFact queued, SimulatedFact finished, Actor clerk) {
        if (chance.happens(0.012)) {
            agenda.plan(chance.later(finished.at(), 60, 2 * 3_600), at -> end(visitor, finished, clerk, at));
        }
        if (chance.happens(0.006)) {
            agenda.plan(chance.later(finished.at(), 60, 2 * 3_600), at -> service(visitor, queued, clerk, at));
        }
    }

    private void end(Visitor visitor, SimulatedFact finished, Actor clerk, Instant at) {
        Instant was = Objects.requireNonNull(leg(visitor).endedAt());
        Instant is = was.minus(Duration.ofMinutes(1L + chance.below(12)));
        correct(
                visitor,
                finished,
                CorrectedField.ENDED_AT,
                was.toString(),
                is.toString(),
                "завершено пізніше, ніж відвідувач пішов",
                clerk,
                at);
    }

    private void service(Visitor visitor, SimulatedFact queued, Actor clerk, Instant at) {
        String was = leg(visitor).service().value();
        String is = chance.oneOf(services).id().value();
        correct(visitor, queued, CorrectedField.SERVICE, was, is, "обрано не ту послугу", clerk, at);
    }

    private static Leg leg(Visitor visitor) {
        return visitor.story().state().legs().getLast();
    }

    private void correct(
            Visitor visitor,
            SimulatedFact of,
            CorrectedField field,
            String was,
            String is,
            String reason,
            Actor clerk,
            Instant at) {
        int before = proposed(visitor);
        CorrectVisit correction =
                new CorrectVisit(visitor.id(), of.eventId(), leg(visitor).number(), field, was, is, reason);
        tell(visitor, correction, at, clerk, Set.of(of.eventId()));
        int number = proposed(visitor);
        if (number > before && chance.happens(0.85)) {
            agenda.plan(chance.later(at, 20 * 60, 20 * 3_600), then -> sign(visitor, number, then));
        }
    }

    private static int proposed(Visitor visitor) {
        return visitor.story().state().corrections().proposed();
    }

    /** Somebody else looks at it; what cannot be any more is not signed either. */
    private void sign(Visitor visitor, int number, Instant at) {
        Actor head = new Actor(office.get().id() + ".head", "manager");
        boolean signed = chance.happens(0.8)
                && tell(visitor, new ApproveVisitCorrection(visitor.id(), number), at, head, Set.of());
        if (!signed) {
            tell(visitor, new RejectVisitCorrection(visitor.id(), number, "на відео інакше"), at, head, Set.of());
        }
    }

    /** Returns whether it could be; what cannot be is left. */
    private boolean tell(Visitor visitor, VisitCommand command, Instant at, Actor actor, Set<String> events) {
        VisitPremises premises =
                new VisitPremises(Moment.at(at, at), actor.id(), office.get(), null, LAW, 0, events, 0);
        if (!(Visits.decide(visitor.story().state(), command, premises) instanceof Decision.Accepted yes)) {
            return false;
        }
        agenda.commit(yes.facts().stream()
                .map(fact -> visitor.story().take((VisitFact) fact, at, actor))
                .toList());
        return true;
    }
}
