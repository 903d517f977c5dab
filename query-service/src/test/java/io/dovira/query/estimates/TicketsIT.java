package io.dovira.query.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketCode;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the holder of a code is told over HTTP, and how staff see what became of it. The office is of this test alone. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketsIT {
    private static final String TICKETS = "/api/v1/tickets/";
    private static final String HALL = "ticket-hall";
    private static final TicketCode CODE = new TicketCode("7K2QF0M9XATB4ZC8WD1N5EHR6");
    private static final String VISIT = CODE.visit().value();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(30);
    private final Story story = new Story();
    private final EventLog log;
    private int recorded;
    private long last;

    @LocalServerPort
    private int port;

    @Autowired
    TicketsIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void open() {
        story.office(HALL, "police", "west", "Europe/Kyiv")
                .offers(HALL, "advice", 600)
                .happens(now.minusSeconds(9), new DeskInstalled(new OfficeId(HALL), Story.DESK, Map.of("en", "Desk 3")))
                .happens(now.minusSeconds(8), new DeskOpened(new OfficeId(HALL), Story.DESK, Story.STAFF));
    }

    private void record() {
        for (var fact : story.facts().subList(recorded, story.facts().size())) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        recorded = story.facts().size();
    }

    private JsonNode shown() {
        Api.Answer answer = Api.asNobody(port).get(TICKETS + CODE.printed(), "minPosition=" + last);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.json();
    }

    @Test
    void followsAVisitFromThePlaceInLineToTheEnd() {
        story.arrives("before-ticket", HALL, "advice", now.toString());
        story.arrives(VISIT, HALL, "advice", now.plusSeconds(1).toString());
        record();

        JsonNode waiting = shown();
        assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
        assertThat(waiting.get("ticket").asString()).isEqualTo("A001");
        assertThat(waiting.at("/officeName/en").asString()).isEqualTo("Office " + HALL);
        assertThat(waiting.at("/place/ahead").asInt()).isEqualTo(1);
        assertThat(waiting.at("/place/desks").asInt()).isEqualTo(1);
        assertThat(waiting.get("range").isNull())
                .as("nothing is known of this office yet")
                .isTrue();
        assertThat(waiting.get("why").asString()).isEqualTo("TOO_FEW");
        assertThat(waiting.get("position").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(waiting.toString()).doesNotContain("before-ticket", "olena", VISIT);

        story.called("before-ticket", 1, now.plusSeconds(2).toString());
        record();
        assertThat(shown().at("/place/ahead").asInt()).isZero();

        DeskId desk = Story.DESK;
        story.happens(now.plusSeconds(3), new ServiceFinished(new VisitId("before-ticket"), 1, null))
                .called(VISIT, 1, now.plusSeconds(4).toString());
        record();
        JsonNode called = shown();
        assertThat(called.get("state").asString()).isEqualTo("CALLED");
        assertThat(called.at("/deskName/en").asString()).isEqualTo("Desk 3");
        assertThat(called.get("place").isNull()).isTrue();

        story.happens(now.plusSeconds(5), new ServiceStarted(new VisitId(VISIT), 1, desk, Story.STAFF))
                .happens(now.plusSeconds(9), new ServiceFinished(new VisitId(VISIT), 1, null));
        record();
        assertThat(shown().get("state").asString()).isEqualTo("SERVED");

        JsonNode row = Api.as(port, "clerk")
                .get("/api/v1/estimates", "office=" + HALL, "minPosition=" + last)
                .json()
                .at("/rows/0");
        assertThat(row.get("untold").asInt()).isEqualTo(2);
        assertThat(row.get("compared").asInt()).isZero();
        assertThat(row.get("insidePercent").isNull()).isTrue();
        assertThat(Api.as(port, "clerk", "elsewhere")
                        .get("/api/v1/estimates", "minPosition=" + last)
                        .json()
                        .get("rows"))
                .isEmpty();
    }

    @Test
    void answersEveryCodeThatOpensNothingAlike() {
        for (String code : List.of("A042", "0".repeat(25), "0".repeat(20), VISIT)) {
            Api.Answer answer = Api.asNobody(port).get(TICKETS + code);
            assertThat(answer.status()).as(code).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
        }
        assertThat(Api.asNobody(port).get("/api/v1/estimates").status()).isEqualTo(401);
        assertThat(Api.as(port, "clerk")
                        .get("/api/v1/estimates", "from=tomorrow")
                        .problem())
                .isEqualTo("bad-value");
    }

    /** The page of the citizen stands on the command service, whose address the fixture has at port 1. */
    @Test
    void mayBeAskedFromThePageOfTheCitizenAndFromNoOther() {
        Api.Answer own = Api.asNobody(port).get(TICKETS + "A042", List.of("Origin", "http://localhost:1"));
        Api.Answer other = Api.asNobody(port).get(TICKETS + "A042", List.of("Origin", "http://elsewhere.example"));

        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:1");
        assertThat(own.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(own.status()).isEqualTo(404);
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.status()).isEqualTo(403);
    }
}
