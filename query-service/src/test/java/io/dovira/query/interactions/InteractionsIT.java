package io.dovira.query.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.embedded.EmbeddedMongo;
import io.dovira.events.CaseId;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.QueryServiceApplication;
import io.dovira.query.identity.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over the wire. Twenty visits in Lviv, ten in Kyiv, a case from elsewhere; and one visit that went wrong. */
@SpringBootTest(classes = QueryServiceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestIssuer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteractionsIT {
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start(0, null);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ALL = "/api/v1/interactions";

    /** Whole milliseconds, as the log keeps them; long enough ago for a late entry. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final VisitId WRONG = new VisitId("v-wrong");
    private static final DeskId DESK = new DeskId("2");
    private static final StaffId ANNA = new StaffId("anna");

    @LocalServerPort
    private int port;

    private final EventLog log;
    private final Told told;
    private long last;
    private long beforeTheCorrection;

    @Autowired
    InteractionsIT(EventLog log) {
        this.log = log;
        this.told = new Told(log);
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) throws IOException {
        String secrets = Files.createTempDirectory("dovira-").toString();
        properties.add("dovira.mongodb.uri", MONGO::uri);
        properties.add("dovira.data", () -> secrets);
    }

    @BeforeAll
    void record() {
        told.lateEntries(1, 300, Instant.parse("2000-01-01T00:00:00Z"));
        told.office("lviv", "police");
        told.office("kyiv", "patrol");
        for (int i = 0; i < 20; i++) {
            told.arrives("v-lviv-" + i, "lviv", "A%03d".formatted(i), now.minusSeconds(i));
        }
        for (int i = 0; i < 10; i++) {
            told.arrives("v-kyiv-" + i, "kyiv", "B%03d".formatted(i), now.minusSeconds(i));
        }
        CaseId matter = new CaseId("nyc311-61234567");
        Instant longAgo = Instant.parse("2019-05-01T12:00:00Z");
        ServiceId noise = new ServiceId("noise");
        told.record(
                matter.stream(),
                "lviv",
                Origin.IMPORTED,
                longAgo,
                new CaseOpened(matter, new OfficeId("lviv"), noise, Map.of("en", "Noise"), "PHONE", null));
        told.record(matter.stream(), "lviv", Origin.IMPORTED, longAgo.plusSeconds(60), new CaseClosed(matter, "done"));
        recordWhatWentWrong();
        last = log.head();
    }

    private void recordWhatWentWrong() {
        Instant came = now.minus(Duration.ofMinutes(30));
        told.arrives(WRONG.value(), "lviv", "A500", came);
        Instant called = came.plusSeconds(600);
        told.record(WRONG.stream(), "lviv", Origin.LIVE, called, new VisitorCalled(WRONG, 1, DESK, ANNA));
        beforeTheCorrection =
                told.record(WRONG.stream(), "lviv", Origin.LIVE, now, new ServiceStarted(WRONG, 1, DESK, ANNA));
        String callId = log.readStream(WRONG.stream(), 2).getFirst().id();
        told.record(
                WRONG.stream(),
                "lviv",
                Origin.LIVE,
                now,
                new VisitCorrectionProposed(
                        WRONG,
                        1,
                        callId,
                        1,
                        CorrectedField.CALLED_AT,
                        called.toString(),
                        called.minusSeconds(300).toString(),
                        "called by voice",
                        "anna"));
        told.record(
                WRONG.stream(),
                "lviv",
                Origin.LIVE,
                now,
                new VisitCorrected(
                        WRONG,
                        callId,
                        1,
                        CorrectedField.CALLED_AT,
                        called.toString(),
                        called.minusSeconds(300).toString(),
                        "called by voice",
                        1,
                        "anna",
                        "petro"));
    }

    @AfterAll
    void stop() {
        MONGO.close();
    }

    @Test
    void pagesThroughEverythingOnceNewestFirst() throws Exception {
        List<String> seen = new ArrayList<>();
        List<Instant> openedAt = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(get("?limit=7&minPosition=" + last + (next.isEmpty() ? "" : "&page=" + next)));
            page.get("items").forEach(item -> {
                seen.add(item.get("id").asString());
                openedAt.add(Instant.parse(item.get("openedAt").asString()));
            });
            next = page.get("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(32).doesNotHaveDuplicates();
        assertThat(openedAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.getLast()).isEqualTo("case-nyc311-61234567");
    }

    @ParameterizedTest
    @CsvSource({
        "office=kyiv, 10",
        "organisation=police, 22",
        "kind=case, 1",
        "kind=visit&office=lviv, 21",
        "state=CLOSED, 1",
        "state=QUEUED&office=lviv, 20",
        "state=SERVED, 0",
        "late=true, 1",
        "late=false, 31",
        "ticket=B00, 10",
        "ticket=B003, 1",
        "id=v-lviv-1, 11",
        "id=visit-v-lviv-19, 1",
        "id=nyc311, 1",
        "to=2020-01-01T00:00:00Z, 1",
        "from=2020-01-01T00:00:00%2B02:00, 31",
        "from=2019-05-01T12:00:00Z&to=2019-05-01T12:00:00.001Z, 1",
        "from=2019-05-01T12:00:00.001Z&to=2020-01-01T00:00:00Z, 0",
        "office=nowhere, 0",
        "office=&state=&late=, 32"
    })
    void narrows(String query, int count) throws Exception {
        assertThat(json(get("?minPosition=" + last + "&" + query)).get("items")).hasSize(count);
    }

    @Test
    void showsWhatAResultIs() throws Exception {
        JsonNode item =
                json(get("?ticket=A500&minPosition=" + last)).get("items").get(0);

        assertThat(item.get("id").asString()).isEqualTo("visit-v-wrong");
        assertThat(item.get("officeName").get("uk").asString()).isEqualTo("Відділення lviv");
        assertThat(item.get("serviceName").get("en").asString()).isEqualTo("Advice");
        assertThat(item.get("state").asString()).isEqualTo("IN_SERVICE");
        assertThat(item.get("waitSeconds").asDouble()).isEqualTo(300.0);
        assertThat(item.get("closedAt").isNull()).isTrue();
        assertThat(item.get("late").asBoolean()).isTrue();
        assertThat(item.get("facts").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office=a/b",
                "from=yesterday",
                "to=2020-01-01",
                "kind=visits",
                "state=LOST",
                "late=maybe",
                "limit=0",
                "limit=501",
                "page=%21",
                "page=bm9uZQ",
                "minPosition=-1",
                "colour=red"
            })
    void refusesWhatItCannotRead(String query) throws Exception {
        for (String path : List.of("", "/csv")) {
            if (!path.isEmpty() && query.startsWith("limit")) {
                continue;
            }
            HttpResponse<String> refusal = get(path + "?" + query);

            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(json(refusal, 400).get("type").asString()).startsWith("urn:dovira:problem:");
        }
    }

    @Test
    void tellsTheStoryFactByFact() throws Exception {
        JsonNode story = json(get("/visit-v-wrong"));
        JsonNode facts = story.get("facts");

        assertThat(story.get("kind").asString()).isEqualTo("visit");
        assertThat(story.get("officeName").get("en").asString()).isEqualTo("Office lviv");
        assertThat(states(facts))
                .containsExactly("ARRIVED", "QUEUED", "CALLED", "IN_SERVICE", "IN_SERVICE", "IN_SERVICE");
        assertThat(facts.get(2).get("lagSeconds").asDouble()).isGreaterThan(1_190.0);
        assertThat(facts.get(2).get("late").asBoolean()).isTrue();
        assertThat(facts.get(3).get("late").asBoolean()).isFalse();
        assertThat(wait(facts.get(3))).isEqualTo(600.0);
        JsonNode proposal = facts.get(4);
        assertThat(wait(proposal)).as("it changes nothing yet").isEqualTo(600.0);
        assertThat(proposal.get("state")
                        .get("proposals")
                        .get(0)
                        .get("proposedBy")
                        .asString())
                .isEqualTo("anna");
        JsonNode correction = facts.get(5);
        assertThat(correction.get("state").get("proposals")).isEmpty();
        assertThat(wait(correction)).isEqualTo(300.0);
        assertThat(correction.get("data").get("reason").asString()).isEqualTo("called by voice");
        assertThat(facts.get(2).get("correctedBy")).hasSize(1);
        assertThat(facts.get(2).get("correctedBy").get(0)).isEqualTo(correction.get("eventId"));
        assertThat(correction.get("correctedBy")).isEmpty();
    }

    @Test
    void tellsWhatWasKnownAtAPositionAndAtATime() throws Exception {
        JsonNode then = json(get("/v-wrong?at=" + beforeTheCorrection));
        assertThat(states(then.get("facts"))).containsExactly("ARRIVED", "QUEUED", "CALLED", "IN_SERVICE");
        assertThat(then.get("facts").get(2).get("correctedBy")).isEmpty();
        assertThat(then.get("position").asLong()).isEqualTo(beforeTheCorrection);

        JsonNode early = json(get("/v-wrong?at=2020-01-01T00:00:00Z"));
        assertThat(early.get("facts")).isEmpty();
        assertThat(early.get("position").asLong()).isZero();

        String inAnHour = URLEncoder.encode(Instant.now().plusSeconds(3600).toString(), StandardCharsets.UTF_8);
        assertThat(json(get("/v-wrong?at=" + inAnHour)).get("facts")).hasSize(6);
        assertThat(json(get("/v-wrong?at=99999999999")).get("position").asLong())
                .isEqualTo(log.head());
        assertThat(get("/v-wrong?at=noon").statusCode()).isEqualTo(400);
    }

    @Test
    void neverCallsImportedFactsLate() throws Exception {
        JsonNode facts = json(get("/case-nyc311-61234567")).get("facts");

        assertThat(states(facts)).containsExactly("OPEN", "CLOSED");
        facts.forEach(fact -> {
            assertThat(fact.get("late").asBoolean()).isFalse();
            assertThat(fact.get("origin").asString()).isEqualTo("IMPORTED");
        });
    }

    @Test
    void claimsNothingAfterAFactItCannotRead() throws Exception {
        VisitId id = new VisitId("from-the-future");
        told.record(id.stream(), "nowhere-yet", Origin.LIVE, now, new VisitorCalled(id, 1, DESK, ANNA), 9);
        JsonNode fact = json(get("/from-the-future")).get("facts").get(0);

        assertThat(fact.get("state").isNull()).isTrue();
        assertThat(fact.get("problem").asString()).contains("revision 9");
        assertThat(fact.get("data").get("desk").asString()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/visit-nobody", "/nobody", "/office-lviv", "/visit-", "/%24where"})
    void knowsWhatItDoesNotKnow(String path) throws Exception {
        assertThat(json(get(path), 404).get("type").asString()).isEqualTo("urn:dovira:problem:not-found");
    }

    @Test
    void showsACallerTheOwnOfficesOnly() throws Exception {
        assertThat(json(get("?minPosition=" + last, "quality", "kyiv")).get("items"))
                .hasSize(10);
        assertThat(get("?office=lviv", "quality", "kyiv").statusCode()).isEqualTo(403);
        assertThat(get("/v-wrong", "quality", "kyiv").statusCode()).isEqualTo(403);
        assertThat(get("/v-kyiv-1", "quality", "kyiv").statusCode()).isEqualTo(200);
        assertThat(get("/csv", "quality", "kyiv").body().lines()).hasSize(11);
        assertThat(get("", "integrator").statusCode()).isEqualTo(403);
    }

    @Test
    void writesASearchAsATable() throws Exception {
        HttpResponse<String> csv = get("/csv?organisation=police&minPosition=" + last);

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).hasSize(23);
        assertThat(csv.body()).contains("visit-v-wrong,visit,A500,lviv,Office lviv,police,advice,Advice,IN_PERSON");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "manager");
    }

    private HttpResponse<String> get(String path, String role, String... offices)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + ALL + path))
                .header("Authorization", TestIssuer.bearer(role, offices))
                .header("Accept-Language", "en")
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return json(answer, 200);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> states(JsonNode facts) {
        return facts.valueStream()
                .map(fact -> fact.get("state").get("state").asString())
                .toList();
    }

    private static double wait(JsonNode fact) {
        return fact.get("state").get("legs").get(0).get("waitSeconds").asDouble();
    }
}
