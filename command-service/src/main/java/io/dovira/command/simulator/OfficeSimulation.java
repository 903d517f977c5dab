package io.dovira.command.simulator;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.offices.StaffLoggedIn;
import io.dovira.events.offices.StaffLoggedOut;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One simulated office: its visitors, desks and staff. Pure and seeded: no clock, no I/O; the same seed and start give the same facts with the same event ids, so a run that was
 * stopped goes on where it ended.
 *
 * <pre>
 *   arrive - queue --- call - walk --- serve [hold] --- finish ---- survey
 *              |         '- no show      '- transfer -> queue (leg 2)
 *              '- lose patience
 * </pre>
 */
final class OfficeSimulation implements Simulation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int DAY_OPENS = 8;
    private static final int DAY_CLOSES = 20;

    private final OfficeProfile office;
    private final Chance chance;
    private final Arrivals arrivals;
    private final Agenda agenda;
    private final List<Desk> desks = new ArrayList<>();
    private final Deque<Visitor> queue = new ArrayDeque<>();
    private final SimulatedStream ownStream;
    private final Map<StaffId, SimulatedStream> staffStreams = new HashMap<>();
    private final Map<Character, Integer> tickets = new HashMap<>();
    private @Nullable LocalDate ticketDay;

    /** @param start when the office opens for the first time; the simulation begins then */
    OfficeSimulation(OfficeProfile office, long seed, Instant start) {
        this(office, seed, start, new Agenda());
    }

    /** @param agenda on which others may stand, too */
    OfficeSimulation(OfficeProfile office, long seed, Instant start, Agenda agenda) {
        this.office = office;
        this.agenda = agenda;
        this.ownStream = stream(office.id().stream());
        this.chance = new Chance(seed, office.id().value());
        this.arrivals = new Arrivals(
                office.visitsPerDay(), office.zone(), chance.random().split());
        agenda.schedule(start, () -> register(start));
    }

    @Override
    public SimulatedCommit next() {
        return agenda.next();
    }

    private void register(Instant at) {
        List<SimulatedFact> facts = new ArrayList<>();
        facts.add(ownStream.fact(at, office.registration(), Actor.SIMULATOR));
        for (SimulatedService service : office.services()) {
            int target = (int) service.waitTarget().toSeconds();
            facts.add(ownStream.fact(
                    at, new ServiceOffered(office.id(), service.id(), service.name(), target), Actor.SIMULATOR));
        }
        for (int number = 1; number <= office.dayDesks() + 1; number++) {
            Desk desk = new Desk(new DeskId(String.valueOf(number)), number == 1);
            desks.add(desk);
            Map<String, String> name = Map.of("uk", "Вікно " + number, "en", "Desk " + number);
            facts.add(ownStream.fact(at, new DeskInstalled(office.id(), desk.id, name), Actor.SIMULATOR));
        }
        agenda.commit(facts);
        for (Desk desk : desks) {
            agenda.schedule(shiftChange(desk, at), () -> startShift(desk, shiftChange(desk, at)));
        }
        Instant first = arrivals.after(at);
        agenda.schedule(first, () -> arrive(first));
    }

    // --- visitors
    // -----------------------------------------------------------------------------------------------------

    private void arrive(Instant at) {
        SimulatedService service = chooseService();
        String ticket = nextTicket(service, at);
        VisitId id = new VisitId(office.id() + "." + at.atZone(office.zone()).format(DAY) + "." + ticket);
        Instant queuedAt = at.plusSeconds(15 + chance.below(60));
        Visitor visitor = new Visitor(id, service, queuedAt);
        agenda.commit(
                visitor.stream.fact(at, new VisitorArrived(id, office.id(), Channel.IN_PERSON, null), Actor.KIOSK));
        agenda.schedule(queuedAt, () -> {
            agenda.commit(visitor.stream.fact(queuedAt, new TicketIssued(id, ticket, service.id()), Actor.KIOSK));
            enqueue(visitor, queuedAt);
        });
        Instant following = arrivals.after(at);
        agenda.schedule(following, () -> arrive(following));
    }

    private void enqueue(Visitor visitor, Instant at) {
        queue.add(visitor);
        Instant patienceEnds = at.plus(chance.logNormal(Duration.ofMinutes(48), 0.5));
        agenda.schedule(patienceEnds, () -> abandon(visitor, patienceEnds));
        callNext(at);
    }

    private void abandon(Visitor visitor, Instant at) {
        if (queue.remove(visitor)) {
            agenda.commit(visitor.stream.fact(at, new VisitorAbandoned(visitor.id, visitor.leg), Actor.KIOSK));
        }
    }

    private void callNext(Instant now) {
        for (Desk desk : desks) {
            if (desk.isFree(now) && !queue.isEmpty()) {
                call(desk, queue.remove(), now);
            }
        }
    }

    private void call(Desk desk, Visitor visitor, Instant now) {
        desk.visitor = visitor;
        StaffId staff = desk.staffed();
        Instant at = chance.later(now, 4, 15);
        agenda.schedule(at, () -> {
            agenda.commit(
                    visitor.stream.fact(at, new VisitorCalled(visitor.id, visitor.leg, desk.id, staff), clerk(staff)),
                    desk.stream.fact(at, new DeskEngaged(office.id(), desk.id, visitor.id, visitor.leg), clerk(staff)));
            if (chance.happens(0.94)) {
                Instant starts = chance.later(at, 12, 75);
                agenda.schedule(starts, () -> serve(desk, visitor, starts));
            } else {
                Instant again = chance.later(at, 90, 60);
                agenda.schedule(again, () -> recall(desk, visitor, again));
            }
        });
    }

    private void recall(Desk desk, Visitor visitor, Instant at) {
        StaffId staff = desk.staffed();
        agenda.commit(
                visitor.stream.fact(at, new VisitorRecalled(visitor.id, visitor.leg, desk.id, staff), clerk(staff)));
        if (chance.happens(0.55)) {
            Instant starts = chance.later(at, 15, 60);
            agenda.schedule(starts, () -> serve(desk, visitor, starts));
        } else {
            Instant gone = chance.later(at, 100, 60);
            agenda.schedule(gone, () -> release(desk, visitor, gone, new VisitorNoShow(visitor.id, visitor.leg)));
        }
    }

    private void serve(Desk desk, Visitor visitor, Instant at) {
        StaffId staff = desk.staffed();
        visitor.servedFrom = at;
        agenda.commit(
                visitor.stream.fact(at, new ServiceStarted(visitor.id, visitor.leg, desk.id, staff), clerk(staff)));
        Duration length = chance.logNormal(visitor.service.median(), visitor.service.sigma());
        Instant end = at.plusMillis((long) (length.toMillis() * office.pace()));
        if (chance.happens(0.06)) {
            Instant holds = at.plus(Duration.between(at, end).dividedBy(2));
            Instant resumes = holds.plus(chance.logNormal(Duration.ofMinutes(4), 0.4));
            Instant laterEnd = end.plus(Duration.between(holds, resumes));
            agenda.schedule(
                    holds,
                    () -> agenda.commit(visitor.stream.fact(
                            holds, new ServiceHeld(visitor.id, visitor.leg, "заповнює бланк"), clerk(staff))));
            agenda.schedule(
                    resumes,
                    () -> agenda.commit(
                            visitor.stream.fact(resumes, new ServiceResumed(visitor.id, visitor.leg), clerk(staff))));
            agenda.schedule(laterEnd, () -> endService(desk, visitor, laterEnd));
        } else {
            agenda.schedule(end, () -> endService(desk, visitor, end));
        }
    }

    private void endService(Desk desk, Visitor visitor, Instant at) {
        if (visitor.leg == 1 && chance.happens(0.05)) {
            SimulatedService next = chooseService();
            release(desk, visitor, at, new LegTransferred(visitor.id, visitor.leg, next.id(), null, null));
            visitor.service = next;
            visitor.leg++;
            enqueue(visitor, at);
            return;
        }
        release(desk, visitor, at, new ServiceFinished(visitor.id, visitor.leg, null));
        if (chance.happens(0.6)) {
            survey(visitor, chance.later(at, 20, 60));
        }
    }

    private void release(Desk desk, Visitor visitor, Instant at, Fact last) {
        StaffId staff = desk.staffed();
        int leg = visitor.leg;
        agenda.commit(
                visitor.stream.fact(at, last, clerk(staff)),
                desk.stream.fact(at, new DeskReleased(office.id(), desk.id, visitor.id, leg), clerk(staff)));
        desk.visitor = null;
        desk.busyUntil = chance.later(at, 20, 90);
        Instant free = desk.busyUntil;
        agenda.schedule(free, () -> {
            if (desk.endsShift) {
                endShift(desk, free);
            } else {
                callNext(free);
            }
        });
    }

    // --- feedback
    // -----------------------------------------------------------------------------------------------------

    private void survey(Visitor visitor, Instant at) {
        SurveyId id = new SurveyId("s." + visitor.id);
        SimulatedStream stream = stream(id.stream());
        agenda.schedule(
                at,
                () -> agenda.commit(stream.fact(
                        at,
                        new SurveyOffered(
                                id,
                                office.id(),
                                visitor.id,
                                visitor.service.id(),
                                null,
                                SurveyChannel.KIOSK,
                                null,
                                null),
                        Actor.KIOSK)));
        if (chance.happens(0.42)) {
            Instant answered = chance.later(at, 10, 50);
            int csat = satisfaction(visitor);
            @Nullable Integer nps = chance.happens(0.5) ? recommendation(csat) : null;
            @Nullable String comment = chance.happens(0.12) ? Comments.choose(csat, chance.random()) : null;
            agenda.schedule(
                    answered,
                    () -> agenda.commit(stream.fact(
                            answered,
                            new SurveyAnswered(id, office.id(), visitor.id, visitor.service.id(), csat, nps, comment),
                            Actor.KIOSK)));
        }
    }

    /** Five for who was called at once, one point less for each 20 minutes of wait, and a person's own mood. */
    private int satisfaction(Visitor visitor) {
        double waitedMinutes =
                Duration.between(visitor.queuedAt, visitor.servedFrom).toSeconds() / 60.0;
        return clamp((int) Math.round(4.9 - waitedMinutes / 20 + 0.7 * chance.gaussian()), 1, 5);
    }

    private int recommendation(int csat) {
        return clamp((int) Math.round(csat * 2.1 - 0.6 + chance.gaussian()), 0, 10);
    }

    // --- staff
    // --------------------------------------------------------------------------------------------------------

    private void startShift(Desk desk, Instant at) {
        boolean day = isDay(at);
        if (day || desk.aroundTheClock) {
            StaffId staff = new StaffId("%s.%s%s".formatted(office.id(), desk.id, day ? "d" : "n"));
            desk.staff = staff;
            desk.endsShift = false;
            agenda.commit(
                    desk.stream.fact(at, new DeskOpened(office.id(), desk.id, staff), clerk(staff)),
                    streamOf(staff).fact(at, new StaffLoggedIn(staff, office.id(), desk.id), clerk(staff)));
            callNext(at);
        }
        Instant change = shiftChange(desk, at);
        agenda.schedule(change, () -> {
            desk.endsShift = desk.staff != null;
            if (desk.endsShift && desk.visitor == null) {
                endShift(desk, change);
            } else if (!desk.endsShift) {
                startShift(desk, change);
            }
        });
    }

    /** Ends when the last visitor is served, and hands over to the next shift if there is one. */
    private void endShift(Desk desk, Instant at) {
        StaffId staff = desk.staffed();
        desk.staff = null;
        desk.endsShift = false;
        agenda.commit(
                desk.stream.fact(at, new DeskClosed(office.id(), desk.id, staff), clerk(staff)),
                streamOf(staff).fact(at, new StaffLoggedOut(staff, office.id(), desk.id), clerk(staff)));
        Instant handOver = at.plusSeconds(60);
        agenda.schedule(handOver, () -> startShift(desk, handOver));
    }

    private Instant shiftChange(Desk desk, Instant after) {
        var local = after.atZone(office.zone());
        var opens = local.toLocalDate().atTime(DAY_OPENS, 0).atZone(office.zone());
        var closes = local.toLocalDate().atTime(DAY_CLOSES, 0).atZone(office.zone());
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
        int hour = at.atZone(office.zone()).getHour();
        return hour >= DAY_OPENS && hour < DAY_CLOSES;
    }

    // --- drawing
    // ------------------------------------------------------------------------------------------------------

    private SimulatedService chooseService() {
        double draw = chance.random().nextDouble();
        for (SimulatedService service : office.services()) {
            draw -= service.share();
            if (draw < 0) {
                return service;
            }
        }
        return office.services().getLast();
    }

    private String nextTicket(SimulatedService service, Instant at) {
        LocalDate day = at.atZone(office.zone()).toLocalDate();
        if (!day.equals(ticketDay)) {
            ticketDay = day;
            tickets.clear();
        }
        return "%c%03d".formatted(service.letter(), tickets.merge(service.letter(), 1, Integer::sum));
    }

    private static int clamp(int value, int least, int most) {
        return Math.min(most, Math.max(least, value));
    }

    // --- telling
    // ------------------------------------------------------------------------------------------------------

    private SimulatedStream streamOf(StaffId staff) {
        return staffStreams.computeIfAbsent(staff, id -> stream(id.stream()));
    }

    private SimulatedStream stream(String name) {
        return new SimulatedStream(name, office.id());
    }

    private static Actor clerk(StaffId staff) {
        return new Actor(staff.value(), "clerk");
    }

    private final class Visitor {
        final VisitId id;
        final SimulatedStream stream;
        final Instant queuedAt;
        SimulatedService service;
        int leg = 1;
        Instant servedFrom;

        Visitor(VisitId id, SimulatedService service, Instant queuedAt) {
            this.id = id;
            this.stream = stream(id.stream());
            this.service = service;
            this.queuedAt = queuedAt;
            this.servedFrom = queuedAt;
        }
    }

    private final class Desk {
        final DeskId id;
        final SimulatedStream stream;
        final boolean aroundTheClock;
        Instant busyUntil = Instant.MIN;
        boolean endsShift;

        @Nullable
        StaffId staff;

        @Nullable
        Visitor visitor;

        Desk(DeskId id, boolean aroundTheClock) {
            this.id = id;
            this.stream = stream(DeskFact.stream(office.id(), id));
            this.aroundTheClock = aroundTheClock;
        }

        boolean isFree(Instant now) {
            return staff != null && visitor == null && !endsShift && !now.isBefore(busyUntil);
        }

        StaffId staffed() {
            if (staff == null) {
                throw new IllegalStateException("desk " + id + " has nobody");
            }
            return staff;
        }
    }
}
