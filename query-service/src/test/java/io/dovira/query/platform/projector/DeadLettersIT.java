package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A fact that cannot be taken, from the outside: a visit in an office that is registered only later. The live boards and the figures cannot
 * take it, the index of interactions can. The tests are steps of one story.
 */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "test.log-of=dead-letters")
@DirtiesContext
class DeadLettersIT {

    private static final String PROJECTIONS = "/api/v1/projections";

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .offers("lviv", "advice", 600)
            .arrives("early", "odesa", "advice", "2026-11-23T08:00:00Z")
            .arrives("other", "lviv", "advice", "2026-11-23T08:00:00Z")
            .called("early", 1, "2026-11-23T08:05:00Z")
            .called("other", 1, "2026-11-23T08:04:00Z");

    private final EventLog log;
    private int recorded;
    private long last;

    @LocalServerPort
    private int port;

    @Autowired
    DeadLettersIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void record() {
        for (var fact : story.facts().subList(recorded, story.facts().size())) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        recorded = story.facts().size();
    }

    private Api admin() {
        return Api.as(port, "admin");
    }

    private JsonNode waits(String office) {
        return admin().get("/api/v1/metrics", "measure=wait", "office=" + office, "minPosition=" + last)
                .json()
                .get("rows");
    }

    private JsonNode letters(String projection) {
        return admin().get(PROJECTIONS + "/" + projection + "/dead-letters").json();
    }

    @Test
    @Order(1)
    void goesToTheDeadLettersAndTheLaterFactsOfItsSequenceWaitBehindIt() {
        assertThat(waits("lviv").get(0).get("n").asLong())
                .as("other sequences go on")
                .isEqualTo(1);

        JsonNode letters = letters("metrics");
        assertThat(letters).hasSize(3);
        JsonNode first = letters.get(0);
        assertThat(first.get("type").asString()).isEqualTo("visit.visitor-arrived");
        assertThat(first.get("position").asLong()).isEqualTo(3);
        assertThat(first.get("sequence").asString()).isEqualTo("visit-early");
        assertThat(first.get("cause").asString()).contains("odesa");
        assertThat(letters.get(1).get("cause").isNull()).as("it only waits").isTrue();
        assertThat(letters.valueStream().map(letter -> letter.get("position").asLong()))
                .containsExactly(3L, 4L, 7L);
    }

    @Test
    @Order(2)
    void isVisibleInTheListOfProjections() {
        JsonNode all = admin().get(PROJECTIONS).json();

        assertThat(all.valueStream().map(projection -> projection.get("name").asString()))
                .containsExactly(
                        "appeals",
                        "community",
                        "custody",
                        "estimates",
                        "feedback",
                        "footage",
                        "interactions",
                        "live",
                        "metrics",
                        "obligations");
        assertThat(all.valueStream()
                        .map(projection -> projection.get("deadLetters").asLong()))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L, 3L, 0L);
        JsonNode metrics = admin().get(PROJECTIONS + "/metrics").json();
        assertThat(metrics.get("position").asLong()).isEqualTo(last);
        assertThat(metrics.get("lag").asLong()).isZero();
        assertThat(metrics.get("state").asString()).isEqualTo("LIVE");
        assertThat(metrics.get("problem").isNull()).isTrue();
    }

    @Test
    @Order(3)
    void staysThereWhenARetryFailsAgain() {
        JsonNode retried =
                admin().post(PROJECTIONS + "/metrics/dead-letters/retry").json();

        assertThat(retried.get("taken").asInt()).isZero();
        assertThat(retried.get("left").asInt()).isEqualTo(3);
        assertThat(letters("metrics")).hasSize(3);
        assertThat(letters("metrics").get(0).get("cause").asString()).contains("odesa");
    }

    @Test
    @Order(4)
    void isRetriedByAdministratorsOnly() {
        assertThat(Api.as(port, "manager")
                        .post(PROJECTIONS + "/metrics/dead-letters/retry")
                        .status())
                .isEqualTo(403);
        assertThat(Api.asNobody(port)
                        .post(PROJECTIONS + "/metrics/dead-letters/retry")
                        .status())
                .isEqualTo(401);
        assertThat(admin().post(PROJECTIONS + "/nothing/dead-letters/retry").problem())
                .isEqualTo("not-found");
    }

    @Test
    @Order(5)
    void isTakenWithWhatWaitedBehindItOnceTheReasonIsGone() {
        story.office("odesa", "police", "south", "Europe/Kyiv").offers("odesa", "advice", 600);
        record();
        assertThat(waits("odesa")).as("still waiting for a retry").isEmpty();

        JsonNode retried = admin().post(PROJECTIONS + "/metrics/dead-letters/retry", "sequence=visit-early")
                .json();

        assertThat(retried.get("taken").asInt()).isEqualTo(3);
        assertThat(retried.get("left").asInt()).isZero();
        assertThat(waits("odesa").get(0).get("sum").asDouble()).isEqualTo(300);
        assertThat(letters("live")).as("another projection, another queue").hasSize(3);
    }

    @Test
    @Order(6)
    void reachesTheBoardAtOnceAndLaterFactsGoOnFromThere() {
        assertThat(admin().post(PROJECTIONS + "/live/dead-letters/retry")
                        .json()
                        .get("taken")
                        .asInt())
                .isEqualTo(3);
        JsonNode board = admin().get("/api/v1/live/offices/odesa").json();
        assertThat(board.get("called").asInt()).isEqualTo(1);

        story.arrives("late", "odesa", "advice", "2026-11-23T09:00:00Z").called("early", 1, "2026-11-23T09:00:00Z");
        record();

        assertThat(waits("odesa").get(0).get("sum").asDouble())
                .as("called again: the last call wins")
                .isEqualTo(3_600);
        assertThat(waits("odesa").get(0).get("open").asLong()).isEqualTo(1);
        assertThat(letters("metrics")).isEmpty();
    }
}
