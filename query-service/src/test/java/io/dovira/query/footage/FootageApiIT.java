package io.dovira.query.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CameraId;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A morning of two offices. In Lviv one camera saw everything; in Kyiv a quarter of an hour is missing, a file was changed and a clock is off. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=footage")
@DirtiesContext
class FootageApiIT {
    private static final String SHA = "ab".repeat(32);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final String DAY_FROM = "from=2026-03-02T00:00:00+02:00";
    private static final String DAY_TO = "to=2026-03-03T00:00:00+02:00";

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private String here = "";
    private Api quality;

    @BeforeAll
    void record() {
        for (String office : List.of("lviv", "kyiv")) {
            OfficeId id = new OfficeId(office);
            record(
                    id.stream(),
                    office,
                    NINE.minusSeconds(90_000),
                    new OfficeRegistered(
                            id,
                            Map.of("uk", "Відділення", "en", "Office " + office),
                            new OrganisationId("police"),
                            Map.of("en", "Police"),
                            new RegionId("west"),
                            Map.of("en", "West"),
                            "Europe/Kyiv"));
            CameraId camera = new CameraId("cam-" + office);
            record(
                    camera.stream(),
                    office,
                    NINE.minusSeconds(90_000),
                    new CameraInstalled(camera, id, "hall", CameraArea.FRONT_OFFICE, "standard"));
            for (int quarter = 0; quarter < 8; quarter++) {
                if (office.equals("lviv") || quarter != 2) {
                    segment(office, quarter, office.equals("kyiv") && quarter == 7 ? 60_000L : 500L);
                }
            }
            for (int visit = 0; visit < 7; visit++) {
                served(office, "v-" + office + "-" + visit, NINE.plusSeconds(60 + visit * 900L));
            }
        }
        FootageId changed = new FootageId("kyiv-4");
        record(
                changed.stream(),
                "kyiv",
                NINE.plusSeconds(9000),
                new IntegrityChecked(changed, SHA, false, IntegrityFinding.CHANGED, SHA.replace('a', 'c')));
        FootageId cut = new FootageId("kyiv-5");
        record(
                cut.stream(),
                "kyiv",
                NINE.plusSeconds(9000),
                new GapDetected(cut, NINE.plusSeconds(4600), NINE.plusSeconds(4700), GapCause.POWER_LOST));
        FootageId watched = new FootageId("lviv-0");
        record(
                watched.stream(),
                "lviv",
                NINE.plusSeconds(9000),
                new FootageLinked(watched, LinkTarget.VISIT, "v-lviv-0", null, NINE.plusSeconds(90)));
        here = "minPosition="
                + record(
                        watched.stream(),
                        "lviv",
                        NINE.plusSeconds(9001),
                        new FootageAccessed(watched, "p-9", AccessPurpose.COURT, "17/2026", SHA));
        quality = Api.as(port, "quality");
    }

    @Test
    void agreesOnACleanMorning() {
        JsonNode day = day("lviv");

        assertThat(day.get("mismatches").size())
                .as(day.get("mismatches").toString())
                .isZero();
        assertThat(day.get("entries").size()).isEqualTo(7);
        assertThat(day.at("/cameras/0/footage").size()).isEqualTo(8);
        assertThat(day.get("timeZone").asString()).isEqualTo("Europe/Kyiv");
    }

    @Test
    void findsEveryMismatch() {
        JsonNode mismatches = day("kyiv").get("mismatches");

        assertThat(mismatches
                        .valueStream()
                        .map(one -> one.get("kind").asString() + " "
                                + one.path("footage").asString("")
                                + one.path("subject").asString("")))
                .containsExactlyInAnyOrder(
                        "NO_FOOTAGE visit-v-kyiv-2", "GAP visit-v-kyiv-5", "CHANGED kyiv-4", "CLOCK_OFFSET kyiv-7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            office=lviv                                                           | 8
            camera=cam-kyiv                                                       | 7
            office=lviv;from=2026-03-02T07:20:00Z;to=2026-03-02T07:40:00Z         | 2
            office=lviv;from=2026-03-02T07:16:00Z;to=2026-03-02T07:20:00Z         | 1
            interaction=visit-v-lviv-0                                            | 1
            interaction=visit-v-lviv-1                                            | 0
            broken=true                                                           | 1
            held=true                                                             | 0
            state=AVAILABLE;office=kyiv                                           | 7
            limit=3                                                               | 3
            """)
    void searches(String query, int found) {
        String[] parameters = (query + ";" + here).split(";");

        assertThat(quality.get("/api/v1/footage", parameters)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(found);
    }

    @Test
    void pagesWithoutRepeatOrSkip() {
        JsonNode all = quality.get("/api/v1/footage", "limit=100", here).json();
        StringBuilder paged = new StringBuilder();
        String next = "";
        do {
            JsonNode page = (next.isEmpty()
                            ? quality.get("/api/v1/footage", "limit=4", here)
                            : quality.get("/api/v1/footage", "limit=4", "page=" + next))
                    .json();
            page.get("items")
                    .forEach(item -> paged.append(item.get("id").asString()).append(' '));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        StringBuilder expected = new StringBuilder();
        all.get("items")
                .forEach(item -> expected.append(item.get("id").asString()).append(' '));
        assertThat(paged.toString()).isEqualTo(expected.toString()).contains("lviv-7", "kyiv-0");
    }

    @Test
    void tellsWhoWatchedASegmentAndWhy() {
        JsonNode footage = quality.get("/api/v1/footage/lviv-0", here).json().get("footage");

        assertThat(footage.get("accesses").asInt()).isEqualTo(1);
        assertThat(footage.at("/deeds/2/what").asString()).isEqualTo("footage-accessed");
        assertThat(footage.at("/deeds/2/why").asString()).isEqualTo("COURT");
        assertThat(footage.at("/deeds/2/reference").asString()).isEqualTo("17/2026");
        assertThat(footage.at("/officeName/en").asString()).isEqualTo("Office lviv");
        assertThat(quality.get("/api/v1/footage/none").status()).isEqualTo(404);
    }

    @Test
    void isForSomeRolesAndTheirOfficesOnly() {
        for (String path : List.of("/api/v1/footage", "/api/v1/footage/lviv-0", "/footage")) {
            for (String role : List.of("clerk", "manager", "integrator")) {
                assertThat(Api.as(port, role).get(path).status())
                        .as("%s %s", role, path)
                        .isEqualTo(403);
            }
            for (String role : List.of("custody", "quality", "auditor", "admin")) {
                assertThat(Api.as(port, role)
                                .get(path, List.of("Accept", "*/*"))
                                .status())
                        .as("%s %s", role, path)
                        .isEqualTo(200);
            }
        }
        Api kyiv = Api.as(port, "custody", "kyiv");
        assertThat(kyiv.get("/api/v1/footage", here).json().get("items").size()).isEqualTo(7);
        assertThat(kyiv.get("/api/v1/footage", "office=lviv").status()).isEqualTo(403);
        assertThat(kyiv.get("/api/v1/footage/lviv-0").status()).isEqualTo(403);
        assertThat(kyiv.get("/api/v1/footage/reconciliation", "office=lviv", DAY_FROM, DAY_TO)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/footage, from=yesterday",
        "/api/v1/footage, state=LOST",
        "/api/v1/footage, broken=perhaps",
        "/api/v1/footage, limit=0",
        "/api/v1/footage, page=x",
        "/api/v1/footage, colour=red",
        "/api/v1/footage, interaction=v-1",
        "/api/v1/footage, office=no office",
        "/api/v1/footage/reconciliation, office=lviv",
        "/api/v1/footage/reconciliation, colour=red"
    })
    void refusesWhatItCannotRead(String path, String parameter) {
        Api.Answer answer = quality.get(path, parameter);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem()).isNotBlank();
    }

    @Test
    void refusesMoreThanAMonthAtOnce() {
        assertThat(quality.get(
                                "/api/v1/footage/reconciliation",
                                "office=lviv",
                                "from=2026-03-01T00:00:00Z",
                                "to=2026-04-01T00:00:01Z")
                        .status())
                .isEqualTo(400);
    }

    private JsonNode day(String office) {
        Api.Answer answer = quality.get("/api/v1/footage/reconciliation", "office=" + office, DAY_FROM, DAY_TO, here);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void segment(String office, int quarter, long offset) {
        FootageId id = new FootageId(office + "-" + quarter);
        Instant from = NINE.plusSeconds(quarter * 900L);
        record(
                id.stream(),
                office,
                from.plusSeconds(900),
                new SegmentRecorded(
                        id,
                        new CameraId("cam-" + office),
                        new OfficeId(office),
                        "hall",
                        CameraArea.FRONT_OFFICE,
                        from,
                        from.plusSeconds(900),
                        "standard"));
        record(
                id.stream(),
                office,
                from.plusSeconds(901),
                new SegmentIngested(id, SHA, 9, "video/mp4", offset, "ab/x", null, null));
    }

    private void served(String office, String visit, Instant at) {
        VisitId id = new VisitId(visit);
        DeskId desk = new DeskId("1");
        StaffId staff = new StaffId("anna");
        record(id.stream(), office, at, new VisitorArrived(id, new OfficeId(office), Channel.IN_PERSON, null));
        record(id.stream(), office, at, new TicketIssued(id, "A001", new ServiceId("advice")));
        record(id.stream(), office, at.plusSeconds(5), new VisitorCalled(id, 1, desk, staff));
        record(id.stream(), office, at.plusSeconds(9), new ServiceStarted(id, 1, desk, staff));
        record(id.stream(), office, at.plusSeconds(300), new ServiceFinished(id, 1, null));
    }

    private long record(String stream, String office, Instant at, Fact fact) {
        BsonDocument meta = new BsonDocument();
        new Meta("p-1", "clerk", "c-1", null, office, TimeQuality.EXACT, Origin.LIVE)
                .asMap()
                .forEach((key, value) -> meta.append(key, new BsonString(value)));
        return log.append(List.of(new NewEvent(
                        UUID.randomUUID().toString(),
                        Facts.nameOf(fact.getClass()),
                        Facts.revisionOf(fact.getClass()),
                        stream,
                        log.lastSequence(stream).orElse(-1) + 1,
                        at,
                        List.of(),
                        RecordCodecs.encode((Record) fact),
                        meta)))
                .lastPosition();
    }
}
