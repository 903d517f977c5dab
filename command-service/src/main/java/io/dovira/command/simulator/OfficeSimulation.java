package io.dovira.command.simulator;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.OfficeRegistered;
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
import java.nio.charset.StandardCharsets;
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
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One simulated office, told as the facts that happen in it: an endless sequence of commits in the order of their time.
 * Pure and seeded: no clock, no I/O; the same seed and start give the same facts with the same event ids, so a run that was
 * stopped goes on where it ended.
 *
 * <pre>
 *   arrive - queue --- call - walk --- serve [hold] --- finish ---- survey
 *              |         '- no show      '- transfer -> queue (leg 2)
 *              '- lose patience
 * </pre>
 */
final class OfficeSimulation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int DAY_OPENS = 8;
    private static final int DAY_CLOSES = 20;

    private final OfficeProfile office;
    private final SplittableRandom random;
    private final Arrivals arrivals;
    private final PriorityQueue<Step> agenda = new PriorityQueue<>();
    private final List<Desk> desks = new ArrayList<>();
    private final Deque<Visitor> queue = new ArrayDeque<>();
    private final Stream ownStream;
    private final Map<StaffId, Stream> staffStreams = new HashMap<>();
    private final Map<Character, Integer> tickets = new HashMap<>();
    private @Nullable LocalDate ticketDay;
    private @Nullable SimulatedCommit ready;
    private long scheduled;

    /** @param start when the office opens for the first time; the simulation begins then */
    OfficeSimulation(OfficeProfile office, long seed, Instant start) {
        this.office = office;
        this.ownStream = new Stream(office.id().stream());
        this.random = new SplittableRandom(seed ^ office.id().value().hashCode() * 0x9E3779B97F4A7C15L);
        this.arrivals = new Arrivals(office.visitsPerDay(), office.zone(), random.split());
        schedule(start, () -> register(start));
    }

    /** The next commit; there is always one. */
    SimulatedCommit next() {
        ready = null;
        while (ready == null) {
            Step step = agenda.remove();
            step.action().run();
        }
        return ready;
    }

    private void register(Instant at) {
        List<SimulatedFact> facts = new ArrayList<>();
        facts.add(fact(
                ownStream,
                at,
                new OfficeRegistered(
                        office.id(),
                        office.name(),
                        office.organisation(),
                        office.organisationName(),
                        office.region(),
                        office.regionName(),
                        office.zone().getId()),
                "simulator"));
        for (SimulatedService service : office.services()) {
            int target = (int) service.waitTarget().toSeconds();
            facts.add(fact(
                    ownStream, at, new ServiceOffered(office.id(), service.id(), service.name(), target), "simulator"));
        }
        for (int number = 1; number <= office.dayDesks() + 1; number++) {
            Desk desk = new Desk(new DeskId(String.valueOf(number)), number == 1);
            desks.add(desk);
            Map<String, String> name = Map.of("uk", "Вікно " + number, "en", "Desk " + number);
            facts.add(fact(ownStream, at, new DeskInstalled(office.id(), desk.id, name), "simulator"));
        }
        commit(facts);
        for (Desk desk : desks) {
            schedule(shiftChange(desk, at), () -> startShift(desk, shiftChange(desk, at)));
        }
        Instant first = arrivals.after(at);
        schedule(first, () -> arrive(first));
    }

    // --- visitors
    // -----------------------------------------------------------------------------------------------------

    private void arrive(Instant at) {
        SimulatedService service = chooseService();
        String ticket = nextTicket(service, at);
        VisitId id = new VisitId(office.id() + "." + at.atZone(office.zone()).format(DAY) + "." + ticket);
        Instant queuedAt = at.plusSeconds(15 + random.nextInt(60));
        Visitor visitor = new Visitor(id, service, queuedAt);
        commit(List.of(
                fact(visitor.stream, at, new VisitorArrived(id, office.id(), Channel.IN_PERSON, null), "kiosk")));
        schedule(queuedAt, () -> {
            commit(List.of(fact(visitor.stream, queuedAt, new TicketIssued(id, ticket, service.id()), "kiosk")));
            enqueue(visitor, queuedAt);
        });
        Instant following = arrivals.after(at);
        schedule(following, () -> arrive(following));
    }

    private void enqueue(Visitor visitor, Instant at) {
        queue.add(visitor);
        Instant patienceEnds = at.plus(logNormal(Duration.ofMinutes(48), 0.5));
        schedule(patienceEnds, () -> abandon(visitor, patienceEnds));
        callNext(at);
    }

    private void abandon(Visitor visitor, Instant at) {
        if (queue.remove(visitor)) {
            commit(List.of(fact(visitor.stream, at, new VisitorAbandoned(visitor.id, visitor.leg), "kiosk")));
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
        Instant at = later(now, 4, 15);
        schedule(at, () -> {
            commit(List.of(
                    fact(visitor.stream, at, new VisitorCalled(visitor.id, visitor.leg, desk.id, staff), staff.value()),
                    fact(
                            desk.stream,
                            at,
                            new DeskEngaged(office.id(), desk.id, visitor.id, visitor.leg),
                            staff.value())));
            if (random.nextDouble() < 0.94) {
                Instant starts = later(at, 12, 75);
                schedule(starts, () -> serve(desk, visitor, starts));
            } else {
                Instant again = later(at, 90, 60);
                schedule(again, () -> recall(desk, visitor, again));
            }
        });
    }

    private void recall(Desk desk, Visitor visitor, Instant at) {
        StaffId staff = desk.staffed();
        commit(List.of(
                fact(visitor.stream, at, new VisitorRecalled(visitor.id, visitor.leg, desk.id, staff), staff.value())));
        if (random.nextDouble() < 0.55) {
            Instant starts = later(at, 15, 60);
            schedule(starts, () -> serve(desk, visitor, starts));
        } else {
            Instant gone = later(at, 100, 60);
            schedule(gone, () -> release(desk, visitor, gone, new VisitorNoShow(visitor.id, visitor.leg)));
        }
    }

    private void serve(Desk desk, Visitor visitor, Instant at) {
        StaffId staff = desk.staffed();
        visitor.servedFrom = at;
        commit(List.of(
                fact(visitor.stream, at, new ServiceStarted(visitor.id, visitor.leg, desk.id, staff), staff.value())));
        Duration length = logNormal(visitor.service.median(), visitor.service.sigma());
        Instant end = at.plusMillis((long) (length.toMillis() * office.pace()));
        if (random.nextDouble() < 0.06) {
            Instant holds = at.plus(Duration.between(at, end).dividedBy(2));
            Instant resumes = holds.plus(logNormal(Duration.ofMinutes(4), 0.4));
            Instant laterEnd = end.plus(Duration.between(holds, resumes));
            schedule(
                    holds,
                    () -> commit(List.of(fact(
                            visitor.stream,
                            holds,
                            new ServiceHeld(visitor.id, visitor.leg, "заповнює бланк"),
                            staff.value()))));
            schedule(
                    resumes,
                    () -> commit(List.of(fact(
                            visitor.stream, resumes, new ServiceResumed(visitor.id, visitor.leg), staff.value()))));
            schedule(laterEnd, () -> endService(desk, visitor, laterEnd));
        } else {
            schedule(end, () -> endService(desk, visitor, end));
        }
    }

    private void endService(Desk desk, Visitor visitor, Instant at) {
        if (visitor.leg == 1 && random.nextDouble() < 0.05) {
            SimulatedService next = chooseService();
            release(desk, visitor, at, new LegTransferred(visitor.id, visitor.leg, next.id(), null, null));
            visitor.service = next;
            visitor.leg++;
            enqueue(visitor, at);
            return;
        }
        release(desk, visitor, at, new ServiceFinished(visitor.id, visitor.leg, null));
        if (random.nextDouble() < 0.6) {
            survey(visitor, later(at, 20, 60));
        }
    }

    private void release(Desk desk, Visitor visitor, Instant at, Fact last) {
        StaffId staff = desk.staffed();
        int leg = visitor.leg;
        commit(List.of(
                fact(visitor.stream, at, last, staff.value()),
                fact(desk.stream, at, new DeskReleased(office.id(), desk.id, visitor.id, leg), staff.value())));
        desk.visitor = null;
        desk.busyUntil = later(at, 20, 90);
        Instant free = desk.busyUntil;
        schedule(free, () -> {
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
        Stream stream = new Stream(id.stream());
        schedule(
                at,
                () -> commit(List.of(fact(
                        stream, at, new SurveyOffered(id, office.id(), visitor.id, visitor.service.id()), "kiosk"))));
        if (random.nextDouble() < 0.42) {
            Instant answered = later(at, 10, 50);
            int csat = satisfaction(visitor);
            @Nullable Integer nps = random.nextDouble() < 0.5 ? recommendation(csat) : null;
            @Nullable String comment = random.nextDouble() < 0.12 ? Comments.choose(csat, random) : null;
            schedule(
                    answered,
                    () -> commit(List.of(fact(
                            stream,
                            answered,
                            new SurveyAnswered(id, office.id(), visitor.id, visitor.service.id(), csat, nps, comment),
                            "kiosk"))));
        }
    }

    /** Five for who was called at once, one point less for each 20 minutes of wait, and a person's own mood. */
    private int satisfaction(Visitor visitor) {
        double waitedMinutes =
                Duration.between(visitor.queuedAt, visitor.servedFrom).toSeconds() / 60.0;
        return clamp((int) Math.round(4.9 - waitedMinutes / 20 + 0.7 * gaussian()), 1, 5);
    }

    private int recommendation(int csat) {
        return clamp((int) Math.round(csat * 2.1 - 0.6 + gaussian()), 0, 10);
    }

    // --- staff
    // --------------------------------------------------------------------------------------------------------

    private void startShift(Desk desk, Instant at) {
        boolean day = isDay(at);
        if (day || desk.aroundTheClock) {
            StaffId staff = new StaffId("%s.%s%s".formatted(office.id(), desk.id, day ? "d" : "n"));
            desk.staff = staff;
            desk.endsShift = false;
            commit(List.of(
                    fact(desk.stream, at, new DeskOpened(office.id(), desk.id, staff), staff.value()),
                    fact(streamOf(staff), at, new StaffLoggedIn(staff, office.id(), desk.id), staff.value())));
            callNext(at);
        }
        Instant change = shiftChange(desk, at);
        schedule(change, () -> {
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
        commit(List.of(
                fact(desk.stream, at, new DeskClosed(office.id(), desk.id, staff), staff.value()),
                fact(streamOf(staff), at, new StaffLoggedOut(staff, office.id(), desk.id), staff.value())));
        Instant handOver = at.plusSeconds(60);
        schedule(handOver, () -> startShift(desk, handOver));
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
        double draw = random.nextDouble();
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

    private Duration logNormal(Duration median, double sigma) {
        return Duration.ofMillis((long) (median.toMillis() * Math.exp(sigma * gaussian())));
    }

    private double gaussian() {
        return random.nextGaussian();
    }

    private Instant later(Instant at, int atLeastSeconds, int spreadSeconds) {
        return at.plusMillis(atLeastSeconds * 1000L + random.nextInt(spreadSeconds * 1000));
    }

    private static int clamp(int value, int least, int most) {
        return Math.min(most, Math.max(least, value));
    }

    // --- telling
    // ------------------------------------------------------------------------------------------------------

    private void schedule(Instant at, Runnable action) {
        agenda.add(new Step(at, scheduled++, action));
    }

    private void commit(List<SimulatedFact> facts) {
        if (ready != null) {
            // Two commits in one step: the second waits its turn, at the same moment.
            SimulatedCommit second = new SimulatedCommit(facts);
            agenda.add(new Step(Instant.MIN, scheduled++, () -> ready = second));
        } else {
            ready = new SimulatedCommit(facts);
        }
    }

    private Stream streamOf(StaffId staff) {
        return staffStreams.computeIfAbsent(staff, id -> new Stream(id.stream()));
    }

    private SimulatedFact fact(Stream stream, Instant at, Fact fact, String actor) {
        long sequence = stream.next++;
        String eventId = UUID.nameUUIDFromBytes((stream.name + "/" + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
        String role = actor.equals("kiosk") || actor.equals("simulator") ? "system" : "clerk";
        Meta meta = new Meta(actor, role, stream.name, null, office.id().value(), TimeQuality.EXACT, Origin.SIMULATED);
        return new SimulatedFact(eventId, stream.name, sequence, at, fact, meta);
    }

    /** A stream and the sequence of its next fact. */
    private static final class Stream {
        final String name;
        long next;

        Stream(String name) {
            this.name = name;
        }
    }

    /** Something that will happen; ties go in the order of scheduling. */
    private record Step(Instant at, long order, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private static final class Visitor {
        final VisitId id;
        final Stream stream;
        final Instant queuedAt;
        SimulatedService service;
        int leg = 1;
        Instant servedFrom;

        Visitor(VisitId id, SimulatedService service, Instant queuedAt) {
            this.id = id;
            this.stream = new Stream(id.stream());
            this.service = service;
            this.queuedAt = queuedAt;
            this.servedFrom = queuedAt;
        }
    }

    private final class Desk {
        final DeskId id;
        final Stream stream;
        final boolean aroundTheClock;
        Instant busyUntil = Instant.MIN;
        boolean endsShift;

        @Nullable
        StaffId staff;

        @Nullable
        Visitor visitor;

        Desk(DeskId id, boolean aroundTheClock) {
            this.id = id;
            this.stream = new Stream(DeskFact.stream(office.id(), id));
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
