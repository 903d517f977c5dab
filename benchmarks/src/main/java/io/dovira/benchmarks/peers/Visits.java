package io.dovira.benchmarks.peers;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An endless series of visits to forty offices, five events each, a fifth of a second apart in event time: the mean of a whole country. Seeded:
 * every contestant gets the same ones. What is loaded happened in the past; what is appended to measure happens now, because axon-mongo reads
 * in the order of the clock. Two events of one visit are at least 300 events apart, so that senders who take turns never hold two
 * of them at once. Thread-safe.
 */
public final class Visits {

    static final int OFFICES = 40;

    private static final Instant FIRST = Instant.parse("2026-10-01T06:00:00Z");
    private static final long STEP_MILLIS = 200;
    private static final List<String> SERVICES = List.of("advice", "appeal", "report", "certificate", "weapons");
    /** How many visits have begun since this one when each of its events comes; one visit begins per second. */
    private static final int[] BEHIND = {0, 300, 700, 1_000, 1_500};

    private final SplittableRandom random = new SplittableRandom(7);
    private final ArrayDeque<VisitEvent> opening = new ArrayDeque<>();
    private final Map<Long, VisitId> open = new HashMap<>();
    private long tick;

    public Visits() {
        for (int i = 0; i < OFFICES; i++) {
            OfficeId office = office(i);
            List<Fact> facts = new ArrayList<>(List.of(new OfficeRegistered(
                    office,
                    Map.of("uk", "Відділ " + i, "en", "Office " + i),
                    new OrganisationId("police"),
                    Map.of("en", "Police"),
                    new RegionId("region-" + i % 20),
                    Map.of("en", "Region " + i % 20),
                    "Europe/Kyiv")));
            SERVICES.forEach(service ->
                    facts.add(new ServiceOffered(office, new ServiceId(service), Map.of("en", service), 900)));
            for (int n = 0; n < facts.size(); n++) {
                opening.add(event(office.stream(), n, FIRST.minusSeconds(60), facts.get(n), office));
            }
        }
    }

    /** The next event. */
    public synchronized VisitEvent next() {
        VisitEvent first = opening.poll();
        if (first != null) {
            return first;
        }
        while (true) {
            int step = (int) (tick % BEHIND.length);
            long visit = tick / BEHIND.length - BEHIND[step];
            Instant at = FIRST.plusMillis(tick * STEP_MILLIS);
            tick++;
            if (visit >= 0) {
                return event(visit, step, at);
            }
        }
    }

    /** The next event, as if it happened now. */
    public VisitEvent live() {
        VisitEvent next = next();
        return new VisitEvent(next.id(), next.stream(), next.sequence(), Instant.now(), next.fact(), next.meta());
    }

    /** The next events, in order. */
    public synchronized List<VisitEvent> next(int count) {
        List<VisitEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    private VisitEvent event(long number, int step, Instant at) {
        VisitId visit = step == 0
                ? new VisitId("%016x".formatted(random.nextLong()))
                : Objects.requireNonNull(open.get(number));
        int place = (int) (number % OFFICES);
        DeskId desk = new DeskId("desk-" + number % 7);
        StaffId staff = new StaffId("staff-" + number % 4_711);
        Fact fact = switch (step) {
            case 0 -> new VisitorArrived(visit, office(place), Channel.IN_PERSON, null);
            case 1 ->
                new TicketIssued(visit, "A%03d".formatted(number % 1_000), new ServiceId(SERVICES.get((int)
                        (number % SERVICES.size()))));
            case 2 -> new VisitorCalled(visit, 1, desk, staff);
            case 3 -> new ServiceStarted(visit, 1, desk, staff);
            default -> new ServiceFinished(visit, 1, null);
        };
        if (step == 0) {
            open.put(number, visit);
        } else if (step == BEHIND.length - 1) {
            open.remove(number);
        }
        return event(visit.stream(), step, at, fact, office(place));
    }

    private VisitEvent event(String stream, long sequence, Instant at, Fact fact, OfficeId office) {
        Meta meta = new Meta(
                "staff-4711", "clerk", uuid().toString(), null, office.value(), TimeQuality.EXACT, Origin.SIMULATED);
        return new VisitEvent(uuid().toString(), stream, sequence, at, fact, meta);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static OfficeId office(int i) {
        return new OfficeId("office-%02d".formatted(i));
    }
}
