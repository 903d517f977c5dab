package io.dovira.benchmarks;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.NewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Days of many offices as the command service would have recorded them: eight facts a visit, in the order in which they happened. Seeded. */
final class MonthOfFacts implements Iterable<List<NewEvent>> {

    private static final Instant FIRST_DAY = Instant.parse("2026-10-01T06:00:00Z");
    private static final List<String> SERVICES = List.of("advice", "appeal", "report", "certificate", "weapons");
    private static final StaffId STAFF = new StaffId("clerk");
    private static final int DESKS = 3;

    private final int offices;
    private final int days;
    private final int visits;
    private final Map<String, Long> sequences = new HashMap<>();

    MonthOfFacts(int offices, int days, int visits) {
        this.offices = offices;
        this.days = days;
        this.visits = visits;
    }

    private record Happening(Instant at, List<Fact> facts, List<String> streams) {}

    @Override
    public Iterator<List<NewEvent>> iterator() {
        SplittableRandom random = new SplittableRandom(7);
        return java.util.stream.IntStream.rangeClosed(-1, days - 1)
                .boxed()
                .flatMap(day -> (day < 0 ? opening() : day(day, random))
                        .stream().sorted(Comparator.comparing(Happening::at)).map(this::stored))
                .iterator();
    }

    private List<Happening> opening() {
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < offices; i++) {
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
            all.add(new Happening(
                    FIRST_DAY.minusSeconds(60),
                    facts,
                    facts.stream().map(fact -> office.stream()).toList()));
        }
        return all;
    }

    private List<Happening> day(int day, SplittableRandom random) {
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < offices; i++) {
            for (int n = 0; n < visits; n++) {
                visit(i, day, n, random, all);
            }
        }
        return all;
    }

    private void visit(int i, int day, int n, SplittableRandom random, List<Happening> into) {
        OfficeId office = office(i);
        VisitId visit = new VisitId("b-" + i + "-" + day + "-" + n);
        DeskId desk = new DeskId("desk-" + n % DESKS);
        String at = DeskFact.stream(office, desk);
        ServiceId service = new ServiceId(SERVICES.get(random.nextInt(SERVICES.size())));
        Instant arrived = FIRST_DAY
                .plus(Duration.ofDays(day))
                .plusMillis(random.nextInt(Math.toIntExact(Duration.ofHours(9).toMillis())));
        Instant called = arrived.plusMillis(random.nextInt(1_800_000));
        Instant started = called.plusMillis(random.nextInt(90_000));
        Instant ended = started.plusMillis(60_000 + random.nextInt(1_200_000));
        String own = visit.stream();
        into.add(new Happening(
                arrived,
                List.of(
                        new VisitorArrived(visit, office, Channel.IN_PERSON, null),
                        new TicketIssued(visit, "A%03d".formatted(n), service)),
                List.of(own, own)));
        into.add(new Happening(
                called,
                List.of(new VisitorCalled(visit, 1, desk, STAFF), new DeskEngaged(office, desk, visit, 1)),
                List.of(own, at)));
        into.add(new Happening(started, List.of(new ServiceStarted(visit, 1, desk, STAFF)), List.of(own)));
        into.add(new Happening(
                ended,
                List.of(new ServiceFinished(visit, 1, null), new DeskReleased(office, desk, visit, 1)),
                List.of(own, at)));
        SurveyId survey = new SurveyId("s-" + visit.value());
        into.add(new Happening(
                ended.plusSeconds(30),
                List.of(new SurveyAnswered(survey, office, visit, service, 1 + random.nextInt(5), null, null, null)),
                List.of(survey.stream())));
    }

    private static OfficeId office(int i) {
        return new OfficeId("office-%02d".formatted(i));
    }

    private List<NewEvent> stored(Happening happening) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < happening.facts().size(); i++) {
            Fact fact = happening.facts().get(i);
            String stream = happening.streams().get(i);
            long sequence = sequences.merge(stream, 0L, (last, ignored) -> last + 1);
            Meta meta = new Meta("clerk", "clerk", "c", null, null, TimeQuality.EXACT, Origin.SIMULATED);
            BsonDocument stored = new BsonDocument();
            meta.asMap().forEach((key, value) -> stored.append(key, new BsonString(value)));
            events.add(new NewEvent(
                    stream + "/" + sequence,
                    Facts.nameOf(fact.getClass()),
                    Facts.revisionOf(fact.getClass()),
                    stream,
                    sequence,
                    happening.at(),
                    List.of(),
                    RecordCodecs.encode((Record) fact),
                    stored));
        }
        return events;
    }
}
