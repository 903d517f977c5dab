package io.dovira.command.simulator;

import io.dovira.command.offices.InstallDesk;
import io.dovira.command.offices.OfferService;
import io.dovira.command.offices.OfficeCommand;
import io.dovira.command.offices.Offices;
import io.dovira.command.offices.RegisterOffice;
import io.dovira.command.platform.Moment;
import io.dovira.command.visits.AbandonVisit;
import io.dovira.command.visits.ArriveVisitor;
import io.dovira.command.visits.CallVisitor;
import io.dovira.command.visits.FinishService;
import io.dovira.command.visits.HoldService;
import io.dovira.command.visits.MarkNoShow;
import io.dovira.command.visits.RecallVisitor;
import io.dovira.command.visits.ResumeService;
import io.dovira.command.visits.StartService;
import io.dovira.command.visits.TransferLeg;
import io.dovira.command.visits.VisitCommand;
import io.dovira.command.visits.VisitPremises;
import io.dovira.command.visits.Visits;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One simulated office: its visitors, desks and staff. Pure and seeded: no clock, no I/O; the same seed and start give the same facts with the same event ids, so a run that was
 * stopped goes on where it ended. Every step is decided by the decider of the feature, so tickets, engagements and sessions are those that people would cause.
 *
 * <pre>
 *   arrive - queue --- call - walk --- serve [hold] --- finish ---- survey, corrections
 *              |         '- no show      '- transfer -> queue (leg 2)
 *              '- lose patience
 * </pre>
 */
final class OfficeSimulation implements Simulation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int DAY_OPENS = 8;
    private static final int DAY_CLOSES = 20;
    /** More than anybody is recalled here. */
    private static final int MOST_RECALLS = 3;
    /** Nobody simulated sits there: whoever tries the desk page finds a place. */
    private static final int DESKS_FOR_PEOPLE = 1;

    private final OfficeProfile profile;
    private final Chance chance;
    private final Arrivals arrivals;
    private final Agenda agenda;
    private final SimulatedStory<OfficeFact, Office> office;
    private final TicketNumbers numbers;
    private final VisitSurveys surveys;
    private final VisitCorrections corrections;
    private final BiConsumer<Visit, Instant> served;
    private final List<FrontDesk> desks = new ArrayList<>();
    private final Deque<Visitor> queue = new ArrayDeque<>();

    /** @param start when the office opens for the first time; the simulation begins then */
    OfficeSimulation(OfficeProfile profile, long seed, Instant start) {
        this(profile, seed, start, new Agenda(), (visit, at) -> {});
    }

    /**
     * @param agenda on which others may stand, too
     * @param served is told of every visit that ended served, before anything else happens
     */
    OfficeSimulation(
            OfficeProfile profile, long seed, Instant start, Agenda agenda, BiConsumer<Visit, Instant> served) {
        this.profile = profile;
        this.agenda = agenda;
        this.served = served;
        this.office = new SimulatedStory<>(OfficeFact.class, Office::evolve, profile.id().stream(), profile.id());
        this.numbers = new TicketNumbers(profile);
        this.chance = new Chance(seed, profile.id().value());
        this.arrivals = new Arrivals(
                profile.visitsPerDay(), profile.zone(), chance.random().split());
        this.surveys = new VisitSurveys(agenda, chance);
        this.corrections = new VisitCorrections(
                office::state, profile.services(), agenda, new Chance(seed, profile.id() + ".corrections"));
        agenda.plan(start, this::register);
    }

    @Override
    public SimulatedCommit next() {
        return agenda.next();
    }

    private void register(Instant at) {
        List<SimulatedFact> facts = new ArrayList<>();
        facts.addAll(change(
                at,
                new RegisterOffice(
                        profile.id(),
                        profile.name(),
                        profile.organisation(),
                        profile.organisationName(),
                        profile.region(),
                        profile.regionName(),
                        profile.zone())));
        for (SimulatedService service : profile.services()) {
            Duration promised = service.waitTarget();
            Integer target = promised == null ? null : (Integer) Math.toIntExact(promised.toSeconds());
            facts.addAll(change(at, new OfferService(profile.id(), service.id(), service.name(), target)));
        }
        int staffed = profile.dayDesks() + 1;
        for (int number = 1; number <= staffed + DESKS_FOR_PEOPLE; number++) {
            DeskId id = new DeskId(String.valueOf(number));
            if (number <= staffed) {
                desks.add(new FrontDesk(profile.id(), id, number == 1));
            }
            Map<String, String> name = Map.of("uk", "Вікно " + number, "en", "Desk " + number);
            facts.addAll(change(at, new InstallDesk(profile.id(), id, name)));
        }
        agenda.commit(facts);
        for (FrontDesk desk : desks) {
            agenda.plan(shiftChange(desk, at), opens -> startShift(desk, opens));
        }
        agenda.plan(arrivals.after(at), this::arrive);
    }

    private List<SimulatedFact> change(Instant at, OfficeCommand command) {
        return office.take(Offices.decide(office.stateOrNull(), command, Moment.at(at, at)), at, Actor.SIMULATOR);
    }

    // --- visitors
    // -----------------------------------------------------------------------------------------------------

    private void arrive(Instant at) {
        SimulatedService service = chooseService();
        VisitId id = new VisitId(
                "%s.%s.%03d".formatted(profile.id(), at.atZone(profile.zone()).format(DAY), numbers.next(at)));
        Visitor visitor = new Visitor(id, profile.id(), service, at);
        ArriveVisitor arrive = new ArriveVisitor(id, profile.id(), service.id(), Channel.IN_PERSON, null);
        visitor.queuedBy(act(visitor, at, arrive, null, Actor.KIOSK).get(1));
        enqueue(visitor, at);
        agenda.plan(arrivals.after(at), this::arrive);
    }

    private void enqueue(Visitor visitor, Instant at) {
        queue.add(visitor);
        agenda.plan(at.plus(chance.logNormal(Duration.ofMinutes(48), 0.5)), then -> abandon(visitor, then));
        callNext(at);
    }

    private void abandon(Visitor visitor, Instant at) {
        if (queue.remove(visitor)) {
            act(visitor, at, new AbandonVisit(visitor.id()), null, Actor.KIOSK);
        }
    }

    private void callNext(Instant now) {
        for (FrontDesk desk : desks) {
            if (desk.isFree(now) && !queue.isEmpty()) {
                call(desk, queue.remove(), now);
            }
        }
    }

    private void call(FrontDesk desk, Visitor visitor, Instant now) {
        desk.expect();
        agenda.plan(chance.later(now, 4, 15), at -> {
            act(visitor, at, new CallVisitor(visitor.id(), desk.id(), null), desk, desk.clerk());
            if (chance.happens(0.94)) {
                agenda.plan(chance.later(at, 12, 75), starts -> serve(desk, visitor, starts));
            } else {
                agenda.plan(chance.later(at, 90, 60), again -> recall(desk, visitor, again));
            }
        });
    }

    private void recall(FrontDesk desk, Visitor visitor, Instant at) {
        act(visitor, at, new RecallVisitor(visitor.id()), desk, desk.clerk());
        if (chance.happens(0.55)) {
            agenda.plan(chance.later(at, 15, 60), starts -> serve(desk, visitor, starts));
        } else {
            agenda.plan(chance.later(at, 100, 60), gone -> release(desk, visitor, gone, new MarkNoShow(visitor.id())));
        }
    }

    private void serve(FrontDesk desk, Visitor visitor, Instant at) {
        Actor clerk = desk.clerk();
        visitor.servedFrom(at);
        act(visitor, at, new StartService(visitor.id()), desk, clerk);
        Duration length =
                chance.logNormal(visitor.service().median(), visitor.service().sigma());
        Instant end = at.plusMillis((long) (length.toMillis() * profile.pace()));
        if (chance.happens(0.06)) {
            Instant holds = at.plus(Duration.between(at, end).dividedBy(2));
            Instant resumes = holds.plus(chance.logNormal(Duration.ofMinutes(4), 0.4));
            agenda.plan(
                    holds, then -> act(visitor, then, new HoldService(visitor.id(), "заповнює бланк"), desk, clerk));
            agenda.plan(resumes, then -> act(visitor, then, new ResumeService(visitor.id()), desk, clerk));
            agenda.plan(end.plus(Duration.between(holds, resumes)), then -> endService(desk, visitor, then));
        } else {
            agenda.plan(end, then -> endService(desk, visitor, then));
        }
    }

    private void endService(FrontDesk desk, Visitor visitor, Instant at) {
        if (visitor.isOnFirstLeg() && chance.happens(0.05)) {
            SimulatedService next = chooseService();
            visitor.queuedBy(release(desk, visitor, at, new TransferLeg(visitor.id(), next.id(), null, null)));
            visitor.sentTo(next);
            enqueue(visitor, at);
            return;
        }
        Actor clerk = desk.clerk();
        SimulatedFact finished = release(desk, visitor, at, new FinishService(visitor.id(), null));
        corrections.served(visitor, visitor.queuedBy(), finished, clerk);
        served.accept(visitor.story().state(), at);
        surveys.served(visitor.story().state(), office.state(), visitor.waited(), at);
    }

    /** Returns what it was about, the fact of the visit. */
    private SimulatedFact release(FrontDesk desk, Visitor visitor, Instant at, VisitCommand last) {
        SimulatedFact told = act(visitor, at, last, desk, desk.clerk()).getFirst();
        Instant free = chance.later(at, 20, 90);
        desk.leave(free);
        agenda.schedule(free, () -> {
            if (desk.isShiftOver()) {
                endShift(desk, free);
            } else {
                callNext(free);
            }
        });
        return told;
    }

    /** @param desk at which it happens; null if at none */
    private List<SimulatedFact> act(
            Visitor visitor, Instant at, VisitCommand command, @Nullable FrontDesk desk, Actor actor) {
        VisitPremises premises = new VisitPremises(
                Moment.at(at, at),
                actor.id(),
                office.state(),
                desk == null ? null : desk.stateOrNull(),
                PolicyBook.empty(),
                numbers.next(at),
                Set.of(),
                MOST_RECALLS);
        List<SimulatedFact> facts = new ArrayList<>();
        for (Fact fact :
                Visits.decide(visitor.story().stateOrNull(), command, premises).orThrow()) {
            facts.add(
                    switch (fact) {
                        case VisitFact own -> visitor.story().take(own, at, actor);
                        case DeskFact ofDesk -> Objects.requireNonNull(desk).take(ofDesk, at, actor);
                        case TicketNumberDrawn drawn -> numbers.take(drawn, at, actor);
                        default -> throw new IllegalStateException("a visit does not lead to " + fact);
                    });
        }
        agenda.commit(facts);
        return facts;
    }

    private SimulatedService chooseService() {
        double draw = chance.random().nextDouble();
        for (SimulatedService service : profile.services()) {
            draw -= service.share();
            if (draw < 0) {
                return service;
            }
        }
        return profile.services().getLast();
    }

    // --- staff
    // --------------------------------------------------------------------------------------------------------

    private void startShift(FrontDesk desk, Instant at) {
        boolean day = isDay(at);
        if (day || desk.isAroundTheClock()) {
            StaffId staff = new StaffId("%s.%s%s".formatted(profile.id(), desk.id(), day ? "d" : "n"));
            agenda.commit(desk.open(staff, office.state(), at));
            callNext(at);
        }
        agenda.plan(shiftChange(desk, at), change -> {
            if (!desk.isStaffed()) {
                startShift(desk, change);
            } else if (desk.endShiftSoon()) {
                endShift(desk, change);
            }
        });
    }

    /** Ends when the last visitor is served, and hands over to the next shift if there is one. */
    private void endShift(FrontDesk desk, Instant at) {
        agenda.commit(desk.close(office.state(), at));
        agenda.plan(at.plusSeconds(60), handOver -> startShift(desk, handOver));
    }

    private Instant shiftChange(FrontDesk desk, Instant after) {
        var local = after.atZone(profile.zone());
        var opens = local.toLocalDate().atTime(DAY_OPENS, 0).atZone(profile.zone());
        var closes = local.toLocalDate().atTime(DAY_CLOSES, 0).atZone(profile.zone());
        // A minute apart from each other, as people are.
        Duration offset = Duration.ofMinutes(desks.indexOf(desk) * 2L);
        if (local.isBefore(opens)) {
            return opens.toInstant().plus(offset);
        }
        if (local.isBefore(closes)) {
            return closes.toInstant().plus(offset);
        }
        return opens.plusDays(1).toInstant().plus(offset);
    }

    private boolean isDay(Instant at) {
        int hour = at.atZone(profile.zone()).getHour();
        return hour >= DAY_OPENS && hour < DAY_CLOSES;
    }
}
