package io.dovira.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Seven appeals in Lviv and one in Kyiv, over the wire. Other tests of the same service have offices of their own. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=appeals")
@DirtiesContext
class AppealsIT {
    private static final String ALL = "/api/v1/appeals";

    @LocalServerPort
    private int port;

    private final EventLog log;
    private final AppealLog told;
    private String last = "";

    @Autowired
    AppealsIT(EventLog log) {
        this.log = log;
        this.told = new AppealLog(log);
    }

    @BeforeAll
    void record() {
        Instant now = told.now;
        told.policies();
        told.office("lviv");
        told.office("kyiv");
        open("late", "lviv", 0, days(-40), days(-1), false);
        open("soon", "lviv", 1, days(-9), days(1), false);
        open("calm", "lviv", 2, days(-1), days(20), false);
        open("first", "lviv", 3, days(-1), days(20), true);
        told.lodged("new", "lviv", now.minus(Duration.ofHours(1)), false, AppealLog.code(4));
        open("elsewhere", "kyiv", 5, days(-40), days(-2), false);

        // Answered after five days, reopened yesterday, first response ten minutes after that.
        open("again", "lviv", 6, days(-30), days(0), false);
        told.assigned("again", "lviv", days(-29));
        told.acknowledged("again", "lviv", days(-29), true);
        told.answered("again", "lviv", days(-25));
        told.reopened("again", "lviv", days(-1), days(29));
        told.acknowledged("again", "lviv", days(-1).plus(Duration.ofMinutes(10)), false);

        open("over", "lviv", 7, days(-50), days(-20), false);
        told.assigned("over", "lviv", days(-45));
        told.answered("over", "lviv", days(-19));
        told.office("paused");
        open("paused", "paused", 8, days(-40), days(-1), false);
        told.assigned("paused", "paused", days(-39));
        told.happens("paused", days(-2), new InfoRequested(new AppealId("paused"), "appeal-normal@1"));
        told.asked("how-over", "over", "lviv", days(-18), days(-4));
        told.said("how-over", "lviv", days(-17), 2);
        told.asked("how-again", "again", "lviv", days(-24), days(3));
        last = "minPosition=" + log.head();
    }

    private Instant days(int days) {
        return told.now.plus(Duration.ofDays(days));
    }

    private void open(String id, String office, int code, Instant received, Instant due, boolean benefit) {
        told.lodged(id, office, received, benefit, AppealLog.code(code));
        told.registered(id, office, received.plus(Duration.ofHours(1)), due);
    }

    @Test
    void listsByUrgencyWithBenefitHoldersFirst() {
        JsonNode page = manager().get(ALL, last).json();

        assertThat(ids(page)).containsExactly("elsewhere", "late", "new", "soon", "first", "calm", "again", "over");
        assertThat(page.get("position").asLong()).isEqualTo(log.head());
    }

    @Test
    void pagesThroughEverythingOnce() {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = next.isEmpty()
                    ? manager().get(ALL, last, "limit=3").json()
                    : manager().get(ALL, "limit=3", "page=" + next).json();
            seen.addAll(ids(page));
            next = page.get("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void judgesTermsByTheClockAndTheRuleOfDueSoon() {
        JsonNode items = manager().get(ALL, last).json().get("items");

        assertThat(status(items, "late")).isEqualTo("LATE");
        assertThat(status(items, "soon")).isEqualTo("DUE_SOON");
        assertThat(status(items, "calm")).isEqualTo("IN_TERM");
        assertThat(status(items, "over")).isEqualTo("LATE");
        assertThat(status(items, "new")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "office=kyiv, 1",
        "state=LODGED, 1",
        "state=REGISTERED, 5",
        "state=ANSWERED, 1",
        "overdue=true, 2",
        "overdue=false, 6",
        "q=lviv/2026/1, 1",
        "q=lviv/2026/, 6",
        "q=2026, 0",
        "office=&state=&q=, 8"
    })
    void narrows(String query, int count) {
        String[] parameters = query.split("&", -1);
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add(last);

        assertThat(manager().get(ALL, all.toArray(String[]::new)).json().get("items"))
                .hasSize(count);
    }

    @Test
    void narrowsToWhatIsDueBefore() {
        String before = "dueBefore=" + days(2);

        assertThat(ids(manager().get(ALL, last, before).json())).containsExactly("elsewhere", "late", "soon");
        assertThat(ids(manager().get(ALL, last, "dueBefore=" + days(1)).json())).doesNotContain("soon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office=a/b",
                "state=LOST",
                "overdue=maybe",
                "dueBefore=tomorrow",
                "limit=0",
                "limit=501",
                "page=%21",
                "page=bm9uZQ",
                "minPosition=-1",
                "colour=red"
            })
    void refusesWhatItCannotRead(String query) {
        Api.Answer answer = manager().get(ALL, query.replace("%21", "!"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("bad-value", "unknown-parameter");
    }

    @Test
    void measuresTheFirstResponseAfterAReopeningFromTheReopening() {
        JsonNode story = manager().get(ALL + "/again", last).json();
        JsonNode rounds = story.at("/appeal/rounds");

        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0).get("firstResponseSeconds").asDouble())
                .as("the automatic acknowledgement is no response")
                .isEqualTo(432_000.0);
        assertThat(rounds.get(1).get("firstResponseSeconds").asDouble()).isEqualTo(600);
        assertThat(story.at("/definition/id").asString()).isEqualTo("appeal-first-response");
        assertThat(story.get("facts")).hasSize(7);
        assertThat(story.at("/facts/6/type").asString()).isEqualTo("appeal.acknowledgement-sent");
        assertThat(story.at("/appeal/officeName/uk").asString()).isEqualTo("Відділення lviv");
    }

    @Test
    void givesFiguresOfRoundsWithTheirDefinitions() {
        JsonNode figures = manager().get(ALL + "/figures", last).json();
        JsonNode row = figures.get("rows").get(0);

        assertThat(figures.get("definitions").findValuesAsString("id"))
                .containsExactly("appeal-first-response", "appeal-term");
        assertThat(figures.get("rows")).hasSize(1);
        assertThat(row.at("/firstResponse/n").asInt()).isEqualTo(3);
        assertThat(row.at("/firstResponse/open").asInt()).isEqualTo(6);
        assertThat(row.at("/firstResponse/min").asDouble()).isEqualTo(600);
        assertThat(row.at("/firstResponse/p50").isNull()).isTrue();
        assertThat(row.at("/term/kept").asInt()).isEqualTo(1);
        assertThat(row.at("/term/late").asInt()).isEqualTo(3);
        assertThat(row.at("/term/share").asDouble()).isCloseTo(0.25, within(1e-9));
        assertThat(manager()
                        .get(ALL + "/figures", last, "office=kyiv")
                        .json()
                        .at("/rows/0/term/share")
                        .asDouble())
                .isZero();
        assertThat(manager()
                        .get(ALL + "/figures", last, "from=" + days(-2), "to=" + days(-1))
                        .json()
                        .get("rows"))
                .isEmpty();
    }

    @Test
    void showsACallerTheOwnOfficesOnly() {
        Api inKyiv = Api.as(port, "clerk", "kyiv");

        assertThat(ids(inKyiv.get(ALL, last).json())).containsExactly("elsewhere");
        assertThat(inKyiv.get(ALL, "office=lviv").status()).isEqualTo(403);
        assertThat(inKyiv.get(ALL + "/late").status()).isEqualTo(403);
        assertThat(inKyiv.get(ALL + "/figures", last)
                        .json()
                        .at("/rows/0/term/late")
                        .asInt())
                .isEqualTo(1);
        assertThat(Api.as(port, "integrator").get(ALL).status()).isEqualTo(403);
        assertThat(Api.asNobody(port).get(ALL).status()).isEqualTo(401);
        assertThat(manager().get(ALL + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void showsACitizenTheOwnAppealWithoutASignInAndNobodysName() {
        manager().get(ALL, last);
        Api.Answer answer =
                Api.asNobody(port).get(ALL + "/receipt/" + AppealLog.code(6).printed());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode receipt = answer.json();
        assertThat(receipt.get("number").asString()).startsWith("lviv/2026/");
        assertThat(receipt.get("id").asString()).isEqualTo("again");
        assertThat(receipt.get("timeZone").asString()).isEqualTo("Europe/Kyiv");
        assertThat(receipt.at("/officeName/en").asString()).isEqualTo("Office lviv");
        assertThat(receipt.get("state").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(receipt.get("due").asString()).isEqualTo(days(29).toString());
        assertThat(receipt.at("/survey/id").asString()).isEqualTo("how-again");
        assertThat(receipt.at("/survey/expiresAt").asString()).isEqualTo(days(3).toString());
        assertThat(receipt.at("/survey/answeredAt").isNull()).isTrue();
        assertThat(answer.text()).doesNotContain("s-secret", "olena", "p-1");
    }

    @Test
    void aTermThatStandsStillIsNotOverdue() {
        Api inCharge = Api.as(port, "manager", "paused");

        assertThat(ids(inCharge.get(ALL, last, "overdue=true").json())).isEmpty();
        JsonNode items = inCharge.get(ALL, last, "overdue=false").json().get("items");
        assertThat(status(items, "paused")).isEqualTo("PAUSED");
        assertThat(items.get(0).get("pausedAt").asString()).isEqualTo(days(-2).toString());
        assertThat(inCharge.get(ALL + "/figures", last, "office=paused")
                        .json()
                        .at("/rows/0/term/open")
                        .asInt())
                .isEqualTo(1);
        JsonNode receipt =
                Api.asNobody(port).get(ALL + "/receipt/" + AppealLog.code(8)).json();
        assertThat(receipt.get("pausedAt").asString()).isEqualTo(days(-2).toString());
        assertThat(receipt.get("due").asString()).isEqualTo(days(-1).toString());
    }

    @Test
    void asksACitizenOnceAndOnlyAfterAnAnswer() {
        manager().get(ALL, last);
        Api citizen = Api.asNobody(port);

        assertThat(citizen.get(ALL + "/receipt/" + AppealLog.code(7))
                        .json()
                        .at("/survey/answeredAt")
                        .asString())
                .isEqualTo(days(-17).toString());
        assertThat(citizen.get(ALL + "/receipt/" + AppealLog.code(0))
                        .json()
                        .get("survey")
                        .isNull())
                .isTrue();
    }

    /** Whoever reads facts, staff among them, holds no key of a citizen. */
    @Test
    void tellsNobodyTheCodeOfACitizen() {
        Api.Answer story = manager().get(ALL + "/over", last);

        assertThat(story.text())
                .contains(AppealLog.code(7).digest().value())
                .doesNotContain(AppealLog.code(7).value(), AppealLog.code(7).printed());
        assertThat(Api.as(port, "auditor", "lviv")
                        .get("/api/v1/events", "type=appeal.appeal-lodged")
                        .text())
                .contains(AppealLog.code(7).digest().value())
                .doesNotContain(AppealLog.code(7).value());
    }

    @Test
    void provesThatTheRegistrationIsInTheLog() {
        manager().get(ALL, last);
        JsonNode receipt = Api.asNobody(port)
                .get(ALL + "/receipt/" + AppealLog.code(0).value().toLowerCase(java.util.Locale.ROOT))
                .json();
        Leaf leaf = Leaf.of(
                Base64.getUrlDecoder().decode(receipt.at("/proof/receipt").asString()));

        assertThat(leaf.position()).isEqualTo(receipt.get("position").asLong());
        assertThat(leaf.type()).isEqualTo("appeal.appeal-registered");
        assertThat(leaf.stream()).isEqualTo("appeal-late");
        assertThat(leaf.hash().base64()).isEqualTo(receipt.at("/proof/leaf").asString());
        assertThat(receipt.at("/proof/link").asString()).contains("/integrity#");
    }

    @Test
    void ofAnAppealWithoutANumberProvesTheLodging() {
        manager().get(ALL, last);
        JsonNode receipt =
                Api.asNobody(port).get(ALL + "/receipt/" + AppealLog.code(4)).json();

        assertThat(receipt.get("number").isNull()).isTrue();
        assertThat(receipt.get("due").isNull()).isTrue();
        assertThat(Leaf.of(Base64.getUrlDecoder()
                                .decode(receipt.at("/proof/receipt").asString()))
                        .type())
                .isEqualTo("appeal.appeal-lodged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000-00000-00000-00000", "short", "ABCDEABCDEABCDEABCDEA", "late"})
    void aCodeThatNobodyHasTellsNothing(String code) {
        Api.Answer answer = Api.asNobody(port).get(ALL + "/receipt/" + code);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.text()).contains("there is no appeal with this code");
    }

    private Api manager() {
        return Api.as(port, "manager", "lviv", "kyiv");
    }

    private static String status(JsonNode items, String id) {
        for (JsonNode item : items) {
            if (item.get("id").asString().equals(id)) {
                return item.get("status").asString("");
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").findValuesAsString("id");
    }
}
