package io.dovira.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.access.Roles;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.clocks.Limit;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.platform.Projections;
import io.dovira.query.service.Api;
import io.dovira.query.service.Api.Answer;
import io.dovira.query.service.EventSource;
import io.dovira.query.service.EventSource.Frame;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/live} and its stream, of the whole service. Offices of tests that record something are theirs alone. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"test.log-of=live", "dovira.live.beat=300ms"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveApiIT {

    private static final String LIVE = "/api/v1/live";
    private static final String STREAM = LIVE + "/stream";

    /** Now, but never so close to midnight that what happens in the minute after would be on another day of Kyiv. */
    private final Instant now = now();

    private final Story story = new Story();
    private final EventLog log;
    private final Projections projections;
    private int recorded;
    private long last;

    @LocalServerPort
    private int port;

    @Autowired
    LiveApiIT(EventLog log, Projections projections) {
        this.log = log;
        this.projections = projections;
    }

    @BeforeAll
    void tell() {
        for (String office : List.of("lviv", "kyiv", "odesa", "rivne", "lutsk", "dnipro")) {
            story.office(office, "police", "west", "Europe/Kyiv").offers(office, "advice", 600);
        }
        story.office("ruled", "police", "west", "Europe/Kyiv").offers("ruled", "permit", null);
        story.office("custody-unit", "police", "west", "Europe/Kyiv");
        story.from(Origin.SIMULATED)
                .office("toytown", "police", "west", "Europe/Kyiv")
                .offers("toytown", "advice", 600);
        record();
        get(LIVE, "minPosition=" + last);
    }

    private static Instant now() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        boolean turns = !LocalDate.ofInstant(now, kyiv).equals(LocalDate.ofInstant(now.plusSeconds(300), kyiv));
        return turns ? now.minusSeconds(300) : now;
    }

    private long record() {
        for (var fact : story.facts().subList(recorded, story.facts().size())) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        recorded = story.facts().size();
        return last;
    }

    private Story arrives(String visit, String office) {
        return story.from(Origin.LIVE).arrives(visit, office, "advice", now.toString());
    }

    @Test
    void showsWhatWasRecordedUpToTheWantedPosition() {
        story.from(Origin.LIVE).happens(now, new DeskOpened(new OfficeId("lviv"), Story.DESK, Story.STAFF));
        for (int n = 1; n <= 10; n++) {
            arrives("own" + n, "lviv");
            long position = record();

            JsonNode office =
                    get(LIVE + "/offices/lviv", "minPosition=" + position).json();

            assertThat(office.get("waiting").asInt()).isEqualTo(n);
            assertThat(office.get("arrivedToday").asInt()).isEqualTo(n);
            assertThat(office.get("queue")).hasSize(n);
            assertThat(office.get("position").asLong()).isEqualTo(position);
        }
        story.called("own1", 1, now.plusSeconds(10).toString())
                .happens(now.plusSeconds(20), new ServiceStarted(new VisitId("own1"), 1, Story.DESK, Story.STAFF))
                .happens(now.plusSeconds(50), new ServiceFinished(new VisitId("own1"), 1, null));
        record();
        JsonNode office = get(LIVE + "/offices/lviv", "minPosition=" + last).json();
        assertThat(office.get("servedToday").asInt()).isEqualTo(1);
        assertThat(office.get("n").asInt()).isEqualTo(1);
        assertThat(office.get("waitP50").isNull()).as("below 30 waits").isTrue();
        assertThat(office.get("withinTarget").asInt()).isEqualTo(1);
        assertThat(office.get("openDesks").asInt()).isEqualTo(1);
        assertThat(office.at("/desks/0/servingSeconds").asDouble()).isEqualTo(30);
        assertThat(office.at("/desks/0/staffedSince").asString()).isEqualTo(now.toString());
        JsonNode all = get(LIVE, "minPosition=" + last).json();
        assertThat(all.get("position").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(all.get("head").asLong())
                .isGreaterThanOrEqualTo(all.get("position").asLong());
        assertThat(tile(all, "lviv").get("waiting").asInt()).isEqualTo(9);
        assertThat(tile(all, "lviv").get("oldestQueuedAt").asString()).isEqualTo(now.toString());
    }

    /** The office promises nothing for permits, and nothing happens there when it is told how long somebody may wait. */
    @Test
    void showsTheWaitTargetOfTheRuleWhereTheOfficePromisesNothing() {
        assertThat(tile(get(LIVE).json(), "ruled").get("waitTargetSeconds").isNull())
                .isTrue();
        story.from(Origin.LIVE)
                .happens(
                        now,
                        new PolicyPublished(
                                KnownPolicies.VISIT_WAIT,
                                1,
                                Map.of("en", "A wait"),
                                Limit.seconds(900),
                                null,
                                null,
                                List.of(),
                                Map.of("en", "An order"),
                                now.minusSeconds(60),
                                null,
                                true,
                                "a test"));
        record();

        soon().untilAsserted(() -> assertThat(
                        tile(get(LIVE).json(), "ruled").get("waitTargetSeconds").asInt())
                .isEqualTo(900));
        assertThat(tile(get(LIVE).json(), "lviv").get("waitTargetSeconds").asInt())
                .as("its own")
                .isEqualTo(600);
        story.arrives("ruled-1", "ruled", "permit", now.toString());
        long told = record();
        JsonNode office = get(LIVE + "/offices/ruled", "minPosition=" + told).json();
        assertThat(office.at("/queue/0/targetSeconds").asInt()).isEqualTo(900);
    }

    @Test
    void tellsWhatPeopleWroteOnlyToThoseWhoReadFeedback() {
        story.from(Origin.LIVE)
                .happens(
                        now,
                        new SurveyAnswered(
                                new SurveyId("s1"), new OfficeId("rivne"), null, null, 2, null, "too long", null));
        record();

        for (String role : Roles.ALL) {
            boolean told = List.of("quality", "manager", "auditor", "admin").contains(role);
            JsonNode office = Api.as(port, role)
                    .get(LIVE + "/offices/rivne", "minPosition=" + last)
                    .json();

            assertThat(office.at("/ratings/0/csat").asInt()).as(role).isEqualTo(2);
            assertThat(office.at("/ratings/0/comment").asString("")).as(role).isEqualTo(told ? "too long" : "");
            assertThat(office.get("comments").asBoolean()).as(role).isEqualTo(told);
        }
    }

    /** Custody units are offices, too, but nobody waits there; {@code custody-unit} is not among these. */
    @Test
    void showsTheOfficesOfTheCallerAndOfTheWantedOriginOnly() {
        assertThat(ids(get(LIVE, "minPosition=" + last).json()))
                .containsExactly("dnipro", "kyiv", "lutsk", "lviv", "odesa", "rivne", "ruled", "toytown");
        assertThat(ids(get(LIVE, "origin=SIMULATED").json())).containsExactly("toytown");
        JsonNode mine = Api.as(port, "manager", "kyiv", "toytown")
                .get(LIVE, "origin=LIVE")
                .json();
        assertThat(ids(mine)).containsExactly("kyiv");
        assertThat(mine.at("/totals/LIVE/offices").asInt()).isEqualTo(1);
        assertThat(mine.get("totals").has("SIMULATED")).isFalse();
    }

    @Test
    void refusesWhatItCannotShowAndSaysWhy() {
        assertRefused(get(LIVE, "origin=REAL"), 400, "bad-value");
        assertRefused(get(LIVE, "minPosition=soon"), 400, "bad-value");
        assertRefused(get(LIVE, "minPosition=-5"), 400, "bad-value");
        assertRefused(get(STREAM, "origin=REAL"), 400, "bad-value");
        assertRefused(get(LIVE + "/offices/nowhere"), 404, "not-found");
        assertRefused(Api.as(port, "manager", "kyiv").get(LIVE + "/offices/lviv"), 403, "office-outside-scope");
        assertRefused(Api.asNobody(port).get(LIVE), 401, "sign-in-required");
        assertRefused(Api.asNobody(port).get(STREAM), 401, "sign-in-required");
    }

    @Test
    void streamsASnapshotThenWhatChanges() {
        try (EventSource stream = Api.as(port, "manager").stream(STREAM)) {
            soon().until(() -> !stream.frames().isEmpty());
            Frame snapshot = stream.frames().getFirst();
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(snapshot.event()).isEqualTo("snapshot");
            assertThat(ids(snapshot.json())).contains("kyiv", "lviv", "toytown");
            assertThat(snapshot.id()).isEqualTo(snapshot.json().get("position").asString());

            arrives("s1", "odesa");
            long first = record();
            soon().until(() -> waitingIn(stream, "odesa") == 1);
            arrives("s2", "odesa");
            long second = record();
            soon().until(() -> waitingIn(stream, "odesa") == 2);

            List<Frame> deltas = stream.named("delta");
            assertThat(deltas).allSatisfy(delta -> assertThat(ids(delta.json())).doesNotContain("toytown"));
            assertThat(deltas.getLast().json().at("/totals/LIVE/offices").asInt())
                    .as("totals are of all offices, changed or not")
                    .isEqualTo(7);
            List<Long> positions = stream.frames().stream()
                    .map(frame -> Long.valueOf(frame.id()))
                    .toList();
            assertThat(positions).isSorted();
            assertThat(positions.getLast()).isGreaterThanOrEqualTo(second).isGreaterThan(first);
        }
    }

    @Test
    void streamsWhatARequestHasFoundBefore() {
        try (EventSource stream = Api.as(port, "manager").stream(STREAM);
                ExecutorService others = Executors.newFixedThreadPool(3)) {
            soon().until(() -> !stream.frames().isEmpty());
            AtomicBoolean asked = new AtomicBoolean(true);
            for (int n = 0; n < 3; n++) {
                others.execute(() -> {
                    while (asked.get()) {
                        get(LIVE);
                    }
                });
            }
            try {
                for (int n = 1; n <= 20; n++) {
                    arrives("r" + n, "rivne");
                    record();
                    int waiting = n;
                    soon().until(() -> waitingIn(stream, "rivne") >= waiting);
                }
            } finally {
                asked.set(false);
            }
        }
    }

    @Test
    void beatsWithThePositionWhileNothingChanges() {
        try (EventSource stream = Api.as(port, "manager").stream(STREAM)) {
            soon().until(() -> stream.named("beat").size() >= 2);

            Frame beat = stream.named("beat").getLast();
            assertThat(beat.json().get("position").asString()).isEqualTo(beat.id());
            assertThat(beat.json().get("head").asLong())
                    .isGreaterThanOrEqualTo(beat.json().get("position").asLong());
            assertThat(Instant.parse(beat.json().get("at").asString())).isAfter(now.minusSeconds(60));
        }
    }

    /** Last, because it stops the projections, which a service does once. */
    @Test
    @Order(Integer.MAX_VALUE)
    void tellsToWhichMomentItIsCompleteWhileItIsBehindTheLog() {
        get(LIVE, "minPosition=" + last);
        soon().untilAsserted(() -> assertThat(lateness()).isLessThanOrEqualTo(Duration.ZERO));
        SmartLifecycle running = (SmartLifecycle) projections;
        running.stop();
        try {
            story.from(Origin.LIVE).office("unseen-unit", "police", "west", "Europe/Kyiv");
            long missing = last + 1;
            record();
            Instant recordedAt = log.event(missing).orElseThrow().recordedAt();

            soon().untilAsserted(() -> assertThat(lateness()).isPositive());

            assertThat(Instant.parse(get(LIVE).json().get("completeUntil").asString()))
                    .isEqualTo(recordedAt);
        } finally {
            running.start();
        }
        soon().untilAsserted(() -> assertThat(lateness()).isLessThanOrEqualTo(Duration.ZERO));
    }

    private Duration lateness() {
        JsonNode board = get(LIVE).json();
        return Duration.between(
                Instant.parse(board.get("completeUntil").asString()),
                Instant.parse(board.get("at").asString()));
    }

    @Test
    void streamsTheOfficesOfTheCallerOnly() {
        try (EventSource mine = Api.as(port, "manager", "kyiv").stream(STREAM);
                EventSource all = Api.as(port, "manager").stream(STREAM)) {
            soon().until(() -> !mine.frames().isEmpty() && !all.frames().isEmpty());
            assertThat(ids(mine.frames().getFirst().json())).containsExactly("kyiv");

            arrives("other", "rivne").called("other", 1, now.toString());
            record();
            soon().until(() -> all.named("delta").stream()
                    .anyMatch(delta -> ids(delta.json()).contains("rivne")));
            arrives("mine", "kyiv");
            record();
            soon().until(() -> waitingIn(mine, "kyiv") == 1);

            assertThat(mine.named("delta"))
                    .allSatisfy(delta -> assertThat(ids(delta.json())).isSubsetOf("kyiv"));
        }
    }

    /** Who looks at one office need not hear of the whole nation. */
    @Test
    void streamsOneOfficeOnly() {
        try (EventSource one = Api.as(port, "manager").stream(STREAM, "office=lutsk");
                EventSource all = Api.as(port, "manager").stream(STREAM)) {
            soon().until(() -> !one.frames().isEmpty() && !all.frames().isEmpty());
            assertThat(ids(one.frames().getFirst().json())).containsExactly("lutsk");
            assertThat(one.frames().getFirst().json().at("/totals/LIVE/offices").asInt())
                    .isEqualTo(1);

            arrives("elsewhere", "dnipro");
            record();
            soon().until(() -> all.named("delta").stream()
                    .anyMatch(delta -> ids(delta.json()).contains("dnipro")));
            long before = last;
            arrives("here", "lutsk");
            record();
            soon().until(() -> !one.named("delta").isEmpty());

            assertThat(one.named("delta")).allSatisfy(delta -> {
                assertThat(ids(delta.json())).containsExactly("lutsk");
                assertThat(delta.json().get("position").asLong()).isGreaterThan(before);
            });
        }
        assertThat(ids(get(LIVE, "office=lutsk").json())).containsExactly("lutsk");
        assertThat(ids(get(LIVE, "office=nowhere").json())).isEmpty();
        assertThat(ids(Api.as(port, "manager", "kyiv").get(LIVE, "office=lviv").json()))
                .as("of the caller's offices only")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "999999"})
    void beginsWithASnapshotAgainWhateverIdAReaderComesBackWith(String id) {
        get(LIVE, "minPosition=" + last);
        try (EventSource stream = Api.as(port, "manager").stream(STREAM, List.of("Last-Event-ID", id))) {
            soon().until(() -> !stream.frames().isEmpty());

            assertThat(stream.frames().getFirst().event()).isEqualTo("snapshot");
            assertThat(stream.frames().getFirst().json().get("offices").size()).isEqualTo(8);
        }
    }

    /** Where the board came to after the last frame: the snapshot, changed by every delta. */
    private static int waitingIn(EventSource stream, String office) {
        int waiting = -1;
        for (Frame frame : stream.frames()) {
            if (frame.event().equals("snapshot") || frame.event().equals("delta")) {
                for (JsonNode tile : frame.json().get("offices")) {
                    if (tile.get("id").asString().equals(office)) {
                        waiting = tile.get("waiting").asInt();
                    }
                }
            }
        }
        return waiting;
    }

    private Answer get(String path, String... parameters) {
        return Api.as(port, "manager").get(path, parameters);
    }

    private static void assertRefused(Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private static JsonNode tile(JsonNode view, String office) {
        return view.get("offices")
                .valueStream()
                .filter(tile -> tile.get("id").asString().equals(office))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode view) {
        return view.get("offices")
                .valueStream()
                .map(tile -> tile.get("id").asString())
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
