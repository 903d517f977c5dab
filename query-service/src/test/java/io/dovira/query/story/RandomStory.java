package io.dovira.query.story;

import io.dovira.events.CameraId;
import io.dovira.events.CaseId;
import io.dovira.events.DeskId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A made-up but possible history of a few offices: equal seeds give equal histories. Targets change, visits are corrected, cases and stays in custody interleave. */
public final class RandomStory {

    private static final List<String> OFFICES = List.of("lviv", "kyiv", "york");
    private static final List<String> SERVICES = List.of("advice", "permit");
    private static final String HASH = "ab".repeat(32);
    private static final StaffId STAFF = new StaffId("olena");

    private final Random random;
    private final Story story = new Story();
    private final Random seen;
    private final Random orders;
    private int orderedWaits;
    private final Random signing;
    private final Set<CameraId> cameras = new HashSet<>();
    private final Set<FootageId> segments = new HashSet<>();
    private final Set<FootageId> ingested = new HashSet<>();
    private final RandomCommunities communities;
    private final RandomSurveys surveys;
    private final List<Visit> visits = new ArrayList<>();
    private final List<CaseId> cases = new ArrayList<>();
    private final RandomAppeals appeals;
    private Instant now = Instant.parse("2026-03-28T21:30:00Z");

    private RandomStory(long seed) {
        this.random = new Random(seed);
        this.seen = new Random(~seed);
        this.orders = new Random(seed + 3);
        this.signing = new Random(seed + 4);
        this.appeals = new RandomAppeals(seed, story);
        this.communities = new RandomCommunities(story, new Random(seed + 1));
        this.surveys = new RandomSurveys(story, new Random(seed + 2), OFFICES);
    }

    /** About as many facts of visits, cases and desks as wanted, and nothing else. */
    public static List<Recorded<?>> of(long seed, int facts) {
        return of(seed, facts, false);
    }

    /** The same with the facts of every other feature between them: some three times as many in all. */
    public static List<Recorded<?>> ofEveryFeature(long seed, int facts) {
        return of(seed, facts, true);
    }

    private static List<Recorded<?>> of(long seed, int facts, boolean everyFeature) {
        RandomStory made = new RandomStory(seed);
        made.story.office("lviv", "police", "west", "Europe/Kyiv");
        made.story.office("kyiv", "police", "centre", "Europe/Kyiv");
        made.story.office("york", "nypd", "bronx", "America/New_York");
        for (String office : OFFICES) {
            for (String service : SERVICES) {
                made.story.offers(office, service, service.equals("advice") ? 600 : null);
            }
            made.story.happens(
                    made.now, new DeskInstalled(new OfficeId(office), desk(office), Map.of("en", "Desk of " + office)));
        }
        RandomStays stays = new RandomStays(seed, OFFICES);
        if (everyFeature) {
            stays.rules(made.story, made.now);
        }
        int told = made.story.facts().size();
        while (told < facts) {
            int before = made.story.facts().size();
            made.next();
            told += made.story.facts().size() - before;
            if (everyFeature) {
                made.others();
                stays.next(made.story, made.now);
            }
        }
        return made.story.facts();
    }

    private void next() {
        now = now.plus(Duration.ofMillis(random.nextInt(240_000)));
        if (orders.nextInt(50) == 0) {
            orderWaits();
        }
        int dice = random.nextInt(100);
        if (dice < 20 || visits.isEmpty()) {
            arrive();
        } else if (dice < 70) {
            goOn(random.nextInt(visits.size()));
        } else if (dice < 74) {
            correct(random.nextInt(visits.size()));
        } else if (dice < 88) {
            aCase();
        } else if (dice < 92) {
            story.offers(any(OFFICES), any(SERVICES), 300 + random.nextInt(900));
        } else {
            desk();
        }
    }

    /** How long visitors may wait: from now on, from soon on, or for the past, too. */
    private void orderWaits() {
        Instant from = now.plus(Duration.ofMinutes(orders.nextInt(400) - 200L));
        story.happens(
                now,
                new PolicyPublished(
                        KnownPolicies.VISIT_WAIT,
                        ++orderedWaits,
                        Map.of("en", "A wait"),
                        Limit.seconds(60 + orders.nextInt(900)),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "Order No. " + orderedWaits),
                        from,
                        null,
                        from.isBefore(now),
                        "as it was ordered"));
    }

    private void others() {
        appeals.goOn(now);
        if (seen.nextInt(3) == 0) {
            footage();
        }
        if (seen.nextInt(2) == 0) {
            communities.next(now);
        }
        if (seen.nextInt(3) == 0) {
            surveys.next(now);
        }
    }

    /** Cameras that record, are moved and measured, and segments that come in, are watched and found wrong or explained. */
    private void footage() {
        String office = any(seen, OFFICES);
        CameraId camera = new CameraId("cam-" + office);
        OfficeId at = new OfficeId(office);
        if (cameras.add(camera)) {
            story.happens(now, new CameraInstalled(camera, at, "hall", CameraArea.FRONT_OFFICE, "standard"));
            return;
        }
        FootageId id =
                new FootageId("seg-" + (seen.nextInt(3) == 0 ? segments.size() : seen.nextInt(segments.size() + 1)));
        int deed = seen.nextInt(12);
        if (segments.add(id)) {
            story.happens(
                    now,
                    new SegmentRecorded(
                            id, camera, at, "hall", CameraArea.FRONT_OFFICE, now.minusSeconds(900), now, "standard"));
            if (deed > 1) {
                story.happens(now, new SegmentIngested(id, HASH, 9, "video/mp4", 1500L, "file", null, null));
                ingested.add(id);
            }
        } else if (deed == 0) {
            story.happens(
                    now,
                    new CameraMoved(
                            camera, at, "hall", seen.nextBoolean() ? CameraArea.FRONT_OFFICE : CameraArea.CUSTODY));
        } else if (deed == 1) {
            story.happens(now, new ClockOffsetMeasured(camera, at, seen.nextInt(3000)));
        } else if (ingested.contains(id)) {
            story.happens(
                    now,
                    switch (deed) {
                        case 6 -> new GapDetected(id, now.minusSeconds(9), now, GapCause.UNKNOWN);
                        case 7 -> new FlawExplained(id, seen.nextBoolean() ? Flaw.GAP : Flaw.INTEGRITY, "x");
                        case 8, 9 -> new IntegrityChecked(id, HASH, false, IntegrityFinding.MISSING, null);
                        case 10, 11 -> new IntegrityChecked(id, HASH, true, IntegrityFinding.MATCHES, null);
                        default -> new FootageAccessed(id, "olena", AccessPurpose.COURT, null, HASH);
                    });
        }
    }

    private static String any(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void arrive() {
        VisitId id = new VisitId("v" + visits.size());
        Channel channel = random.nextBoolean() ? Channel.IN_PERSON : Channel.PHONE;
        visits.add(arrived(new VisitorArrived(id, new OfficeId(any(OFFICES)), channel, null)));
        tell(visits.size() - 1, new TicketIssued(id, "A" + visits.size(), new ServiceId(any(SERVICES))));
    }

    private Visit arrived(VisitorArrived arrived) {
        story.happens(now, arrived);
        return Visit.evolve(null, arrived, now);
    }

    private void goOn(int index) {
        Visit visit = visits.get(index);
        Leg leg = visit.legs().getLast();
        VisitId id = visit.id();
        int k = leg.number();
        DeskId desk = desk(visit.office().value());
        int dice = random.nextInt(10);
        switch (leg.state()) {
            case QUEUED ->
                tell(
                        index,
                        dice == 0
                                ? new VisitorAbandoned(id, k)
                                : dice == 1
                                        ? new VisitClosedBySystem(id, k, SystemCause.RESET)
                                        : new VisitorCalled(id, k, desk, STAFF));
            case CALLED ->
                tell(
                        index,
                        dice == 0
                                ? new VisitorNoShow(id, k)
                                : dice == 1
                                        ? new LegRecycled(id, k)
                                        : dice == 2
                                                ? new VisitorRecalled(id, k, desk, STAFF)
                                                : new ServiceStarted(id, k, desk, STAFF));
            case IN_SERVICE ->
                tell(
                        index,
                        dice == 0
                                ? new ServiceHeld(id, k, null)
                                : dice == 1
                                        ? new LegTransferred(id, k, new ServiceId(any(SERVICES)), null, null)
                                        : dice == 2
                                                ? new VisitClosedBySystem(id, k, SystemCause.LOGOUT)
                                                : new ServiceFinished(id, k, null));
            case ON_HOLD -> tell(index, new ServiceResumed(id, k));
            case SERVED, TRANSFERRED, NO_SHOW, ABANDONED, CLOSED_BY_SYSTEM -> {}
        }
    }

    private void correct(int index) {
        Visit visit = visits.get(index);
        Leg leg = visit.legs().getFirst();
        Instant calledAt = leg.calledAt();
        if (calledAt != null && random.nextBoolean()) {
            String is = calledAt.minusSeconds(random.nextInt(600)).toString();
            correct(index, leg, CorrectedField.CALLED_AT, calledAt.toString(), is);
        } else if (leg.state() != LegState.TRANSFERRED) {
            correct(index, leg, CorrectedField.SERVICE, leg.service().value(), any(SERVICES));
        }
    }

    private void correct(int index, Leg leg, CorrectedField field, String was, String is) {
        VisitId id = visits.get(index).id();
        if (signing.nextBoolean()) {
            tell(
                    index,
                    new VisitCorrected(id, "event-1", leg.number(), field, was, is, "typed wrongly", null, null, null));
        } else {
            int number = visits.get(index).corrections().proposed() + 1;
            tell(
                    index,
                    new VisitCorrectionProposed(
                            id, number, "event-1", leg.number(), field, was, is, "typed wrongly", "olena"));
            if (signing.nextInt(3) > 0) {
                tell(
                        index,
                        signing.nextBoolean()
                                ? new VisitCorrected(
                                        id,
                                        "event-1",
                                        leg.number(),
                                        field,
                                        was,
                                        is,
                                        "typed wrongly",
                                        number,
                                        "olena",
                                        "petro")
                                : new VisitCorrectionRejected(id, number, "it is not so"));
            }
        }
    }

    private void aCase() {
        if (cases.isEmpty() || random.nextInt(3) == 0) {
            CaseId id = new CaseId("c" + cases.size());
            cases.add(id);
            Instant due = random.nextBoolean() ? now.plus(Duration.ofHours(8)) : null;
            story.happens(
                    now,
                    new CaseOpened(
                            id,
                            new OfficeId(any(OFFICES)),
                            new ServiceId("noise-" + random.nextInt(3)),
                            Map.of("en", "Noise"),
                            "PHONE/web",
                            due));
            return;
        }
        CaseId id = cases.get(random.nextInt(cases.size()));
        switch (random.nextInt(3)) {
            case 0 -> story.happens(now, new CaseStepRecorded(id, "looked at", null, null));
            case 1 -> story.happens(now, new CaseResponded(id));
            default -> story.happens(now.minusSeconds(random.nextInt(40_000)), new CaseClosed(id, null));
        }
    }

    private void desk() {
        OfficeId office = new OfficeId(any(OFFICES));
        DeskId desk = desk(office.value());
        switch (random.nextInt(3)) {
            case 0 -> story.happens(now, new DeskOpened(office, desk, STAFF));
            case 1 -> story.happens(now, new DeskEngaged(office, desk, new VisitId("v0"), 1));
            default -> story.happens(now, new DeskReleased(office, desk, new VisitId("v0"), 1));
        }
    }

    private void tell(int index, VisitFact fact) {
        story.happens(now, fact);
        visits.set(index, Visit.evolve(visits.get(index), fact, now));
    }

    private static DeskId desk(String office) {
        return new DeskId("desk-" + office);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
