package io.dovira.command.visits;

import io.dovira.command.offices.DeskCommand;
import io.dovira.command.offices.DeskRules;
import io.dovira.command.offices.OpenDesk;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole office in memory: decides with the real deciders, keeps what they accept, and folds it with the real folds. */
final class OfficeHall {
    /** A fact of a visit, with the id under which a correction may name it. */
    record Kept(String id, VisitFact fact, Instant at) {}

    private static final PolicyBook POLICIES = BuiltInPolicies.book();

    final Map<VisitId, Visit> visits = new HashMap<>();
    final Map<VisitId, List<Kept>> stories = new HashMap<>();
    final Map<DeskId, Desk> desks = new HashMap<>();
    final Map<StaffId, StaffSession> sessions = new HashMap<>();
    final List<Integer> numbers = new ArrayList<>();

    Decision decide(VisitCommand command, Moment moment, String actor) {
        Visit visit = visits.get(command.visit());
        DeskId at = command instanceof CallVisitor call ? call.desk() : deskOf(visit);
        Set<String> ids = stories.getOrDefault(command.visit(), List.of()).stream()
                .map(Kept::id)
                .collect(Collectors.toSet());
        Decision decision = VisitDecider.decide(
                visit,
                command,
                new VisitPremises(
                        moment,
                        actor,
                        Sample.OFFICE,
                        at == null ? null : desks.get(at),
                        POLICIES,
                        numbers.size() + 1,
                        ids,
                        Sample.MOST_RECALLS));
        return keep(decision, moment.occurredAt());
    }

    Decision decide(DeskCommand command, Moment moment) {
        Desk desk = desks.get(command.desk());
        StaffId staff = command instanceof OpenDesk open ? open.staff() : desk == null ? null : desk.staff();
        Decision decision =
                DeskRules.decide(desk, command, moment, Sample.OFFICE, staff == null ? null : sessions.get(staff));
        return keep(decision, moment.occurredAt());
    }

    private static @Nullable DeskId deskOf(@Nullable Visit visit) {
        Leg leg = visit == null ? null : visit.lastLeg();
        return leg == null ? null : leg.desk();
    }

    private Decision keep(Decision decision, Instant at) {
        if (decision instanceof Decision.Accepted yes) {
            Instant when = yes.at() == null ? at : yes.at();
            yes.facts().forEach(fact -> keep(fact, when));
        }
        return decision;
    }

    private void keep(Fact fact, Instant at) {
        switch (fact) {
            case VisitFact f -> {
                visits.put(f.visit(), Visit.evolve(visits.get(f.visit()), f, at));
                List<Kept> story = stories.computeIfAbsent(f.visit(), ignored -> new ArrayList<>());
                story.add(new Kept(f.visit() + "/" + story.size(), f, at));
            }
            case DeskFact f -> desks.put(f.desk(), Desk.evolve(desks.get(f.desk()), f, at));
            case StaffFact f -> sessions.put(f.staff(), StaffSession.evolve(sessions.get(f.staff()), f, at));
            case TicketNumberDrawn f -> numbers.add(f.number());
            default -> throw new IllegalStateException("no place for " + fact);
        }
    }
}
