package io.dovira.query.story;

import io.dovira.events.CaseId;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.StationFact;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history told fact by fact; gives each its position and its place in its stream. */
public final class Story {

    public static final DeskId DESK = new DeskId("d1");
    public static final StaffId STAFF = new StaffId("olena");
    private static final Duration RECORD_LAG = Duration.ofMillis(120);

    private final List<Recorded<?>> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, String> offices = new HashMap<>();
    private Origin origin = Origin.LIVE;
    private boolean backfilled;
    private TimeQuality quality = TimeQuality.EXACT;

    public Story from(Origin newOrigin) {
        this.origin = newOrigin;
        return this;
    }

    /** Whether what follows is told at once with a whole history. */
    public Story backfilled(boolean isSo) {
        this.backfilled = isSo;
        return this;
    }

    public Story withQuality(TimeQuality newQuality) {
        this.quality = newQuality;
        return this;
    }

    /** Everything told so far, by position from 1. */
    public List<Recorded<?>> facts() {
        return List.copyOf(facts);
    }

    public Story office(String office, String organisation, String region, String timeZone) {
        return happens(
                Instant.parse("2018-01-01T00:00:00Z"),
                new OfficeRegistered(
                        new OfficeId(office),
                        Map.of("uk", "Відділ " + office, "en", "Office " + office),
                        new OrganisationId(organisation),
                        Map.of("en", "Organisation " + organisation),
                        new RegionId(region),
                        Map.of("en", "Region " + region),
                        timeZone));
    }

    public Story offers(String office, String service, @Nullable Integer targetSeconds) {
        return happens(
                Instant.parse("2018-01-01T00:00:01Z"),
                new ServiceOffered(
                        new OfficeId(office),
                        new ServiceId(service),
                        Map.of("en", "Service " + service),
                        targetSeconds));
    }

    /** A visitor comes, and gets a ticket at once. */
    public Story arrives(String visit, String office, String service, String at) {
        Instant when = Instant.parse(at);
        happens(when, new VisitorArrived(new VisitId(visit), new OfficeId(office), Channel.IN_PERSON, null));
        return happens(when, new TicketIssued(new VisitId(visit), "A001", new ServiceId(service)));
    }

    public Story called(String visit, int leg, String at) {
        return happens(Instant.parse(at), new VisitorCalled(new VisitId(visit), leg, DESK, STAFF));
    }

    public Story happens(String at, Fact fact) {
        return happens(Instant.parse(at), fact);
    }

    public Story happens(Instant at, Fact fact) {
        return told(at.plus(RECORD_LAG), at, fact);
    }

    /** As {@link #happens}, but learnt at a time of its own. */
    public Story told(Instant recordedAt, Instant at, Fact fact) {
        String stream = stream(fact);
        long sequence = sequences.merge(stream, 0L, (last, ignored) -> last + 1);
        long position = facts.size() + 1L;
        facts.add(new Recorded<>(
                position,
                "event-" + position,
                stream,
                sequence,
                at,
                recordedAt,
                new Meta("olena", "clerk", "c-" + position, null, office(stream, fact), quality, origin, backfilled),
                fact));
        return this;
    }

    /** As the command service tells it: each visit belongs to the office where it began. */
    private @Nullable String office(String stream, Fact fact) {
        if (fact instanceof VisitorArrived arrived) {
            offices.put(stream, arrived.office().value());
        }
        return offices.get(stream);
    }

    private static String stream(Fact fact) {
        return switch (fact) {
            case OfficeFact f -> f.office().stream();
            case VisitFact f -> f.visit().stream();
            case CaseFact f -> stream(f.caseId());
            case DeskFact f -> DeskFact.stream(f.office(), f.desk());
            case io.dovira.events.queues.QueueObserved f -> io.dovira.events.queues.QueueObserved.stream(f.office());
            case io.dovira.events.footage.CameraFact f -> f.camera().stream();
            case io.dovira.events.footage.FootageFact f -> f.footage().stream();
            case io.dovira.events.feedback.FeedbackFact f -> f.survey().stream();
            case AppealFact f -> f.appeal().stream();
            case CustodyFact f -> f.custody().stream();
            case UnitFact f -> UnitFact.stream(f.office());
            case PolicyFact f -> f.policy().stream();
            case CommunityFact f -> f.community().stream();
            case OfficerFact f -> f.officer().stream();
            case StationFact f -> f.station().stream();
            case PublicationFact f -> f.publication().stream();
            default -> throw new IllegalArgumentException("no stream for " + fact);
        };
    }

    private static String stream(CaseId id) {
        return id.stream();
    }
}
