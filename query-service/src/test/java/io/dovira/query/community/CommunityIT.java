package io.dovira.query.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CommunityId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.Origin;
import io.dovira.events.PolicyId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.StationId;
import io.dovira.events.TimeQuality;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.OfficerAbsent;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.Room;
import io.dovira.events.community.StationOpened;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import io.dovira.events.community.TrustSurveyPublished;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
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

/** Three communities in two regions; an officer comes to bar in June and is away from 1 August on. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=community")
@DirtiesContext
class CommunityIT {
    private static final LocalDate COUNTED = LocalDate.parse("2022-01-01");
    private static final OfficerId OFFICER = new OfficerId("p-1");
    private static final CommunityId BAR = new CommunityId("bar");

    @LocalServerPort
    private int port;

    private final EventLog log;
    private long last;

    @Autowired
    CommunityIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void record() {
        registered("bar", "vinnytsia", "west", 25_000);
        registered("turka", "lviv", "east", 9_000);
        registered("skole", "lviv", "east", 16_000);
        at("2026-01-01T08:00:00Z", "policy-community-officers-required", null, rule());
        at(
                "2026-02-01T08:00:00Z",
                BAR.stream(),
                "west",
                new PopulationRestated(BAR, 19_000, "council", COUNTED.plusYears(1)));
        at("2026-02-02T08:00:00Z", BAR.stream(), "west", new MemorandumSigned(BAR));
        at("2026-03-01T08:00:00Z", OFFICER.stream(), "west", new OfficerSelected(OFFICER, new OfficeId("west"), BAR));
        at("2026-03-11T08:00:00Z", OFFICER.stream(), "west", new TrainingStarted(OFFICER));
        at("2026-05-30T08:00:00Z", OFFICER.stream(), "west", new TrainingCompleted(OFFICER));
        at("2026-06-01T08:00:00Z", OFFICER.stream(), "west", new OfficerAssigned(OFFICER, new OfficeId("west"), BAR));
        at("2026-07-02T08:00:00Z", BAR.stream(), "west", new ContactRecorded(BAR, ContactKind.SCHOOL, OFFICER, 60));
        at("2026-08-01T08:00:00Z", OFFICER.stream(), "west", new OfficerAbsent(OFFICER, AbsenceKind.LEAVE));
        StationId station = new StationId("bar-1");
        at(
                "2026-06-02T08:00:00Z",
                station.stream(),
                "west",
                new StationOpened(station, new OfficeId("west"), BAR, Map.of("en", "Station"), List.of(Room.DUTY)));
        published(
                "kmu",
                new FiguresPublished(
                        new PublicationId("kmu"),
                        new OfficeId("west"),
                        "fin.org.ua",
                        LocalDate.parse("2021-03-03"),
                        273,
                        null,
                        3_500_000));
        published(
                "source",
                new FiguresPublished(
                        new PublicationId("source"),
                        new OfficeId("west"),
                        "source text",
                        LocalDate.parse("2021-06-01"),
                        275,
                        450,
                        4_000_000));
        published(
                "trust",
                new TrustSurveyPublished(
                        new PublicationId("trust"),
                        new OfficeId("west"),
                        null,
                        null,
                        "institute",
                        2000,
                        70.0,
                        2.2,
                        COUNTED,
                        COUNTED));
        last = log.head();
    }

    private static PolicyPublished rule() {
        return new PolicyPublished(
                new PolicyId("community-officers-required"),
                1,
                Map.of("en", "x"),
                null,
                10_000,
                null,
                List.of(),
                Map.of("en", "house rule"),
                Instant.parse("2000-01-01T00:00:00Z"),
                null,
                true,
                "test");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, UNCOVERED, 0, 0, 2, 25000",
        "2026-02-02, MEMORANDUM, 0, 0, 1, 19000",
        "2026-03-05, SELECTING, 0, 0, 1, 19000",
        "2026-04-01, TRAINING, 0, 0, 1, 19000",
        "2026-06-01, COVERED, 1, 0, 1, 19000",
        "2026-07-31, COVERED, 1, 0, 1, 19000",
        "2026-08-01, VACANT, 0, 1, 1, 19000"
    })
    void tellsEveryDayAsItEnded(String day, String state, int officers, int absent, int required, int people) {
        JsonNode bar = admin().get("/api/v1/communities/bar", "asOf=" + day, "minPosition=" + last)
                .json()
                .get("community");

        assertThat(bar.get("state").asString()).isEqualTo(state);
        assertThat(bar.get("officers").asInt()).isEqualTo(officers);
        assertThat(bar.get("absent").asInt()).isEqualTo(absent);
        if (!day.equals("2026-01-31")) {
            assertThat(bar.get("required").asInt()).isEqualTo(required);
            assertThat(bar.get("people").asInt()).isEqualTo(people);
        }
    }

    @Test
    void countsRegionsAndTheNation() {
        JsonNode nation = admin().get("/api/v1/coverage", "asOf=2026-07-15", "minPosition=" + last)
                .json();
        JsonNode row = nation.get("rows").get(0);

        assertThat(nation.at("/definition/id").asString()).isEqualTo("coverage");
        assertThat(nation.get("policy").asString()).isEqualTo("community-officers-required@1");
        assertThat(nation.get("position").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(row.get("communities").asInt()).isEqualTo(3);
        assertThat(row.at("/states/COVERED").asInt()).isEqualTo(1);
        assertThat(row.at("/states/UNCOVERED").asInt()).isEqualTo(2);
        assertThat(row.get("people").asInt()).isEqualTo(44_000);
        assertThat(row.get("peopleServed").asInt()).isEqualTo(19_000);
        assertThat(row.get("officersPer10k").asDouble()).isEqualTo(10_000.0 / 44_000);
        assertThat(row.get("contacts").asInt()).isEqualTo(1);
        assertThat(row.get("missing").asInt()).isEqualTo(2);
        JsonNode regions =
                admin().get("/api/v1/coverage", "by=region", "asOf=2026-07-15").json();
        assertThat(regions.get("rows").findValuesAsString("region")).containsExactly("lviv", "vinnytsia");
    }

    @Test
    void pagesById() {
        JsonNode first = admin().get("/api/v1/communities", "limit=2", "minPosition=" + last)
                .json();
        JsonNode second = admin().get(
                        "/api/v1/communities",
                        "limit=2",
                        "page=" + first.get("next").asString())
                .json();

        assertThat(first.get("items").findValuesAsString("id")).containsExactly("bar", "skole");
        assertThat(second.get("items").findValuesAsString("id")).containsExactly("turka");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(admin().get("/api/v1/communities", "state=VACANT")
                        .json()
                        .get("items")
                        .findValuesAsString("id"))
                .containsExactly("bar");
    }

    @Test
    void keepsContradictingClaimsSideBySide() {
        JsonNode bar =
                admin().get("/api/v1/communities/bar", "minPosition=" + last).json();
        assertThat(bar.get("population").findValuesAsString("source")).containsExactly("count", "council");
        assertThat(bar.at("/community/claims").asInt()).isEqualTo(2);
        assertThat(bar.at("/stations/0/rooms/0").asString()).isEqualTo("DUTY");
        assertThat(bar.at("/officers/0/state").asString()).isEqualTo("ABSENT");

        JsonNode published =
                admin().get("/api/v1/publications", "minPosition=" + last).json();
        assertThat(published.get("items").findValuesAsString("id")).containsExactly("trust", "source", "kmu");
        assertThat(published.at("/items/0/trust/percent").asDouble()).isEqualTo(70.0);
        assertThat(published.at("/items/1/figures/people").asInt()).isEqualTo(4_000_000);
        assertThat(published.at("/items/2/figures/people").asInt()).isEqualTo(3_500_000);
        assertThat(published.at("/items/2/figures/officers").isNull()).isTrue();
    }

    @Test
    void timesTheStepsOfOfficers() {
        JsonNode pipeline = admin().get("/api/v1/officers/pipeline", "minPosition=" + last)
                .json()
                .at("/origins/0");

        assertThat(pipeline.at("/states/ABSENT").asInt()).isEqualTo(1);
        assertThat(pipeline.at("/steps/0/values/0").asDouble()).isEqualTo(10);
        assertThat(pipeline.at("/steps/1/values/0").asDouble()).isEqualTo(80);
        assertThat(pipeline.at("/steps/2/values/0").asDouble()).isEqualTo(2);
        assertThat(pipeline.at("/steps/0/p50").isNull()).isTrue();
    }

    @Test
    void showsOnlyTheOfficesOfTheCaller() {
        Api east = Api.as(port, "manager", "east");
        assertThat(east.get("/api/v1/communities", "minPosition=" + last)
                        .json()
                        .get("items")
                        .findValuesAsString("id"))
                .containsExactly("skole", "turka");
        assertThat(east.get("/api/v1/coverage").json().at("/rows/0/communities").asInt())
                .isEqualTo(2);
        assertThat(east.get("/api/v1/communities/bar").status()).isEqualTo(403);
        assertThat(east.get("/api/v1/coverage", "office=west").status()).isEqualTo(403);
        assertThat(east.get("/api/v1/officers/pipeline").json().get("origins")).isEmpty();
        assertThat(Api.as(port, "clerk").get("/api/v1/communities").status()).isEqualTo(403);
        assertThat(Api.asNobody(port).get("/api/v1/coverage").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/coverage, by=planet, bad-value",
        "/api/v1/coverage, asOf=soon, bad-value",
        "/api/v1/coverage, asOf=2026-02-30, bad-value",
        "/api/v1/coverage, origin=MADE_UP, bad-value",
        "/api/v1/communities, state=HAPPY, bad-value",
        "/api/v1/communities, limit=0, bad-value",
        "/api/v1/communities, minPosition=-1, bad-value",
        "/api/v1/communities/nowhere, asOf=2026-01-01, not-found"
    })
    void refusesWhatItCannotAnswer(String path, String parameter, String problem) {
        Api.Answer answer = admin().get(path, parameter);

        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.status()).isBetween(400, 404);
    }

    private Api admin() {
        return Api.as(port, "manager");
    }

    private void registered(String id, String region, String office, int people) {
        CommunityId community = new CommunityId(id);
        at(
                "2026-01-01T08:00:00Z",
                community.stream(),
                office,
                new CommunityRegistered(
                        community,
                        Map.of("en", id, "uk", "Громада " + id),
                        new RegionId(region),
                        Map.of("en", region),
                        new OfficeId(office),
                        "Europe/Kyiv",
                        people,
                        "count",
                        COUNTED));
    }

    private void published(String id, Fact fact) {
        at("2026-01-02T08:00:00Z", "publication-" + id, "west", fact);
    }

    private void at(String when, String stream, @Nullable String office, Fact fact) {
        Meta meta = new Meta("p-1", "manager", "c-1", null, office, TimeQuality.EXACT, Origin.LIVE);
        BsonDocument stored = new BsonDocument();
        meta.asMap().forEach((key, value) -> stored.append(key, new BsonString(value)));
        log.append(List.of(new NewEvent(
                UUID.randomUUID().toString(),
                Facts.nameOf(fact.getClass()),
                Facts.revisionOf(fact.getClass()),
                stream,
                log.lastSequence(stream).orElse(-1) + 1,
                Instant.parse(when),
                List.of(),
                RecordCodecs.encode((Record) fact),
                stored)));
    }
}
