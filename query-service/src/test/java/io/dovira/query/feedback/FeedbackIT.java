package io.dovira.query.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.PolicyId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.TimeQuality;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Lviv: forty answers, most of them good. Kyiv: thirty-five, fewer of them good. Skole: five, all of them good. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=feedback")
@DirtiesContext
class FeedbackIT {
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final String PATH = "/api/v1/feedback";
    private static final String COMMENTS = "/api/v1/feedback/comments";

    @LocalServerPort
    private int port;

    private final EventLog log;
    private long last;

    @Autowired
    FeedbackIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void record() {
        office("lviv", "west");
        office("skole", "west");
        office("kyiv", "centre");
        smallestSample(1, 30, "2000-01-01T00:00:00Z", null);
        // For January, as Kyiv counts it, five were enough.
        smallestSample(2, 5, "2025-12-31T22:00:00Z", "2026-01-31T22:00:00Z");
        for (int i = 0; i < 40; i++) {
            survey("lviv", i, i < 36 ? 5 : 2, i < 20 ? 10 : 3);
        }
        for (int i = 0; i < 35; i++) {
            survey("kyiv", i, i < 14 ? 4 : 1, 7);
        }
        for (int i = 0; i < 5; i++) {
            survey("skole", i, 5, 9);
        }
        last = log.head();
    }

    @Test
    void claimsSharesOnlyOfEnoughAnswers() {
        JsonNode answer =
                manager().get(PATH, "by=office", "minPosition=" + last).json();

        assertThat(answer.get("smallestSample").asInt()).isEqualTo(30);
        assertThat(answer.get("policy").asString()).isEqualTo("feedback-small-n@1");
        assertThat(answer.get("definitions").findValuesAsString("id")).containsExactly("csat", "nps", "response-rate");
        assertThat(answer.get("rows").findValuesAsString("office")).containsExactly("kyiv", "lviv", "skole");
        JsonNode kyiv = answer.at("/rows/0");
        JsonNode lviv = answer.at("/rows/1");
        JsonNode skole = answer.at("/rows/2");
        assertThat(lviv.at("/csat/percent").asDouble()).isEqualTo(90);
        assertThat(lviv.at("/csat/low").asDouble()).isBetween(70.0, 85.0);
        assertThat(lviv.at("/csat/high").asDouble()).isBetween(95.0, 99.0);
        assertThat(lviv.at("/nps/score").asDouble()).isZero();
        assertThat(kyiv.at("/csat/percent").asDouble()).isEqualTo(40);
        assertThat(kyiv.at("/nps/passives").asInt()).isEqualTo(35);
        assertThat(skole.at("/csat/n").asInt()).isEqualTo(5);
        assertThat(skole.at("/csat/counts/4").asInt()).isEqualTo(5);
        assertThat(skole.at("/csat/percent").isNull()).isTrue();
        assertThat(skole.at("/csat/low").isNull()).isTrue();
        assertThat(skole.at("/csat/high").isNull()).isTrue();
        assertThat(skole.at("/nps/score").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 30, feedback-small-n@1",
        "2026-01-02, 5, feedback-small-n@2",
        "2026-02-01, 5, feedback-small-n@2",
        "2026-02-02, 30, feedback-small-n@1"
    })
    void judgesAPeriodByTheRuleOfItsLastDay(String to, int smallest, String policy) {
        JsonNode answer = manager().get(PATH, "to=" + to, "minPosition=" + last).json();
        assertThat(answer.get("smallestSample").asInt()).isEqualTo(smallest);
        assertThat(answer.get("policy").asString()).isEqualTo(policy);

        JsonNode compared = manager()
                .get("/api/v1/compare/funnel", "measure=csat", "to=" + to)
                .json();
        assertThat(compared.get("smallest").asInt()).isEqualTo(smallest);
        assertThat(compared.get("policy").asString()).isEqualTo(policy);
    }

    @Test
    void putsTogetherWhatIsNotToldApart() {
        JsonNode west = manager()
                .get(PATH, "by=region", "region=west", "minPosition=" + last)
                .json()
                .at("/rows/0");

        assertThat(west.get("region").asString()).isEqualTo("west");
        assertThat(west.at("/csat/n").asInt()).isEqualTo(45);
        assertThat(west.at("/csat/percent").asDouble()).isEqualTo(100.0 * 41 / 45);
        JsonNode channels =
                manager().get(PATH, "by=channel,service", "office=lviv").json();
        assertThat(channels.get("rows").findValuesAsString("channel")).containsExactly("KIOSK", "TICKET");
        assertThat(channels.at("/rows/0/serviceName/en").asString()).isEqualTo("Advice");
        assertThat(manager().get(PATH, "to=2026-03-02").json().get("rows")).isEmpty();
        assertThat(manager()
                        .get(PATH, "from=2026-03-02", "to=2026-03-03")
                        .json()
                        .at("/rows/0/offered")
                        .asInt())
                .isPositive();
    }

    @Test
    void comparesOfficesThatHaveEnoughAnswers() {
        JsonNode answer = manager()
                .get("/api/v1/compare/funnel", "measure=csat", "minPosition=" + last)
                .json();

        assertThat(answer.get("policy").asString()).isEqualTo("feedback-small-n@1");
        assertThat(answer.get("percent").asDouble()).isEqualTo(100.0 * 55 / 80);
        assertThat(answer.get("offices").findValuesAsString("place")).containsExactly("WITHIN", "WITHIN", "FEW");
        assertThat(answer.at("/dispersion/widened").asBoolean())
                .as("two offices that differ say that offices differ, not which of them is odd")
                .isTrue();
        assertThat(manager()
                        .get("/api/v1/compare/funnel", "measure=csat", "service=advice", "organisation=police")
                        .json()
                        .at("/places/judged")
                        .asInt())
                .isEqualTo(2);
        assertThat(manager()
                        .get("/api/v1/compare/funnel", "measure=csat", "organisation=nobody")
                        .problem())
                .isEqualTo("bad-value");
        JsonNode asked = manager()
                .get("/api/v1/compare/control", "measure=response-rate", "office=lviv", "bucket=week")
                .json();
        assertThat(asked.at("/points/0/bucket").asString()).isEqualTo("2026-03-02");
        assertThat(asked.at("/points/0/part").asInt()).isEqualTo(40);
        assertThat(asked.at("/points/0/whole").asInt()).isEqualTo(40);
    }

    @Test
    void pagesThroughCommentsWithoutRepeatingOne() {
        Set<String> seen = new HashSet<>();
        @Nullable String next = "";
        Instant before = Instant.MAX;
        while (next != null) {
            JsonNode page = next.isEmpty()
                    ? manager().get(COMMENTS, "limit=7", "minPosition=" + last).json()
                    : manager().get(COMMENTS, "limit=7", "page=" + next).json();
            for (JsonNode item : page.get("items")) {
                assertThat(seen.add(item.get("survey").asString())).isTrue();
                Instant at = Instant.parse(item.get("at").asString());
                assertThat(at).isBeforeOrEqualTo(before);
                before = at;
                assertThat(item.get("comment").asString()).startsWith("comment of");
                assertThat(item.at("/officeName/en").asString()).startsWith("Office");
            }
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(seen).hasSize(20);
        assertThat(manager().get(COMMENTS, "region=centre", "limit=500").json().get("items"))
                .hasSize(9);
        assertThat(manager()
                        .get(COMMENTS, "channel=TICKET", "office=lviv")
                        .json()
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void showsOnlyTheOfficesOfTheCaller() {
        Api lviv = Api.as(port, "manager", "lviv");
        assertThat(lviv.get(PATH, "by=office", "minPosition=" + last)
                        .json()
                        .get("rows")
                        .findValuesAsString("office"))
                .containsExactly("lviv");
        assertThat(lviv.get(PATH, "office=kyiv").status()).isEqualTo(403);
        assertThat(lviv.get(PATH, "region=centre").problem())
                .as("a region without an office of the caller")
                .isEqualTo("bad-value");
        assertThat(lviv.get(COMMENTS).json().get("items").findValuesAsString("office"))
                .containsOnly("lviv");
        assertThat(lviv.get(COMMENTS, "office=kyiv").status()).isEqualTo(403);
        assertThat(Api.as(port, "clerk").get(PATH).status()).isEqualTo(403);
        assertThat(Api.asNobody(port).get(COMMENTS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/feedback, by=mood",
        "/api/v1/feedback, from=yesterday",
        "/api/v1/feedback, office=nowhere",
        "/api/v1/feedback, region=nowhere",
        "/api/v1/feedback, origin=MADE_UP",
        "/api/v1/feedback/comments, region=nowhere",
        "/api/v1/feedback/comments, limit=501",
        "/api/v1/feedback/comments, page=nonsense",
        "/api/v1/feedback/comments, minPosition=-1"
    })
    void refusesWhatItCannotAnswer(String path, String parameter) {
        Api.Answer answer = manager().get(path, parameter);

        assertThat(answer.problem()).as(answer.text()).isEqualTo("bad-value");
        assertThat(answer.status()).isEqualTo(400);
    }

    private void smallestSample(int version, int answers, String from, @Nullable String until) {
        at(
                NINE,
                "policy-feedback-small-n",
                null,
                new PolicyPublished(
                        new PolicyId("feedback-small-n"),
                        version,
                        Map.of("en", "x"),
                        null,
                        answers,
                        null,
                        List.of(),
                        Map.of("en", "house rule"),
                        Instant.parse(from),
                        until == null ? null : Instant.parse(until),
                        true,
                        "test"));
    }

    private Api manager() {
        return Api.as(port, "manager");
    }

    private void office(String id, String region) {
        OfficeId office = new OfficeId(id);
        at(
                NINE,
                office.stream(),
                id,
                new OfficeRegistered(
                        office,
                        Map.of("en", "Office " + id),
                        new OrganisationId("police"),
                        Map.of("en", "Police"),
                        new RegionId(region),
                        Map.of("en", region),
                        "Europe/Kyiv"));
        at(
                NINE,
                office.stream(),
                id,
                new ServiceOffered(office, new ServiceId("advice"), Map.of("en", "Advice"), null));
    }

    private void survey(String office, int number, int csat, int nps) {
        SurveyId id = new SurveyId(office + "-" + number);
        OfficeId at = new OfficeId(office);
        ServiceId advice = new ServiceId("advice");
        Instant offered = NINE.plusSeconds(number);
        SurveyChannel channel = number % 2 == 0 ? SurveyChannel.KIOSK : SurveyChannel.TICKET;
        at(offered, id.stream(), office, new SurveyOffered(id, at, null, advice, null, channel, null, null));
        String comment = number % 4 == 1 ? "comment of " + id : null;
        at(
                offered.plus(Duration.ofSeconds(20)),
                id.stream(),
                office,
                new SurveyAnswered(id, at, null, advice, csat, nps, comment, null));
    }

    private void at(Instant when, String stream, @Nullable String office, Fact fact) {
        Meta meta = new Meta("p-1", "clerk", "c-1", null, office, TimeQuality.EXACT, Origin.LIVE);
        BsonDocument stored = new BsonDocument();
        meta.asMap().forEach((key, value) -> stored.append(key, new BsonString(value)));
        log.append(List.of(new NewEvent(
                UUID.randomUUID().toString(),
                Facts.nameOf(fact.getClass()),
                Facts.revisionOf(fact.getClass()),
                stream,
                log.lastSequence(stream).orElse(-1) + 1,
                when,
                List.of(),
                RecordCodecs.encode((Record) fact),
                stored)));
    }
}
