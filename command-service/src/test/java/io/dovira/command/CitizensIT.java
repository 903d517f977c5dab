package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.events.visits.TicketCode;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What nobody signs in for: the rating tablet, and what a code opens. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class CitizensIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api nobody;
    private Api clerk;
    private Api admin;

    @BeforeEach
    void signIn() {
        nobody = Api.asNobody(port);
        clerk = Api.as(port, "clerk");
        admin = Api.as(port, "admin");
    }

    @Test
    void theArrivalAloneTellsTheCodeThatOpensTheVisit() {
        Offices.open(admin, "ticket-codes");
        Api keyed = clerk.with("Idempotency-Key", "codes-1");
        Api.Reply arrived = keyed.post("/api/v1/visits", "{'office': 'ticket-codes', 'service': 'advice'}");

        TicketCode code = new TicketCode(arrived.at("/state/code"));
        String visit = arrived.at("/state/id");
        assertThat(code.visit()).hasToString(visit);
        assertThat(keyed.post("/api/v1/visits", "{'office': 'ticket-codes', 'service': 'advice'}")
                        .at("/state/code"))
                .isEqualTo(code.printed());
        assertThat(admin.get("/api/v1/visits/" + visit).json().at("/state/code").isNull())
                .isTrue();
        assertThat(log.readStream("visit-" + visit, 0).toString()).doesNotContain(code.value(), code.printed());
    }

    @Test
    void anIdThatTheClientChoseHasNoCodeUnlessItIsMadeOfOne() {
        Offices.open(admin, "chosen");
        Api.Reply arrived =
                clerk.post("/api/v1/visits", "{'visit': 'chosen-1', 'office': 'chosen', 'service': 'advice'}");

        assertThat(arrived.json().at("/state/code").isNull()).isTrue();
        String visit = new TicketCode("8K2QF0M9XATB4ZC8WD1N5EHR6").visit().value();
        serve(visit, "chosen");
        assertThat(nobody.post("/ticket/8k2qf-om9xa-tb4zc-8wd1n-5ehr6/surveys", "{}")
                        .at("/state/visit"))
                .as("a desk without a connection made the code itself")
                .isEqualTo(visit);
    }

    @Test
    void anybodyRatesAnOfficeAtItsTablet() {
        Offices.open(admin, "tablet");
        Api keyed = nobody.with("Idempotency-Key", "touch-1");
        String body = "{'csat': 4, 'nps': 9, 'comment': 'quick', 'occurredAt': '%s', 'timeQuality': 'EXACT'}"
                .formatted(Instant.now().minusSeconds(3_600));

        Api.Reply rated = keyed.post("/kiosk/tablet/ratings", body);
        long head = log.head();
        Api.Reply again = keyed.post("/kiosk/tablet/ratings", body);

        assertThat(rated.status()).as(rated.body()).isEqualTo(201);
        assertThat(rated.at("/state/channel")).isEqualTo("KIOSK");
        assertThat(rated.json().at("/state/nps").asInt()).isEqualTo(9);
        assertThat(rated.json().at("/state/offeredAt").isNull()).isTrue();
        assertThat(again.json()).isEqualTo(rated.json());
        assertThat(log.head()).isEqualTo(head);
        List<StoredEvent> facts = log.appendHolding(rated.at("/eventIds/0"));
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("feedback.survey-answered");
            assertThat(fact.metaTexts()).containsEntry("actor", "visitor").containsEntry("office", "tablet");
        });
    }

    /** Whoever is signed in at the browser of the tablet plays no part, and needs no token of a form. */
    @Test
    void refusesAtTheTabletWhatIsNoRatingOfAnOpenOffice() {
        Offices.open(admin, "shut");
        admin.post("/api/v1/offices/shut/desks/1/close", null);
        admin.post("/api/v1/offices/shut/desks/2/close", null);
        assertThat(admin.post("/api/v1/offices/shut/close", "{'reason': 'moved'}")
                        .status())
                .isEqualTo(200);
        long head = log.head();

        problem(nobody.post("/kiosk/nowhere/ratings", "{'csat': 4}"), 422, "office-unknown");
        problem(nobody.post("/kiosk/shut/ratings", "{'csat': 4}"), 409, "office-closed");
        problem(nobody.post("/kiosk/shut/ratings", "{'csat': 6}"), 400, "invalid-request");
        problem(nobody.post("/kiosk/shut/ratings", "{'csat': 4, 'nps': 11}"), 400, "invalid-request");
        problem(nobody.post("/kiosk/shut/ratings", "{'nps': 9}"), 400, "invalid-request");
        problem(nobody.post("/kiosk/shut/ratings", "{}"), 400, "invalid-request");
        problem(nobody.post("/kiosk/shut/ratings", "{'csat': 4, 'visit': 'v'}"), 400, "invalid-request");
        problem(
                nobody.post("/kiosk/shut/ratings", "{'csat': 4, 'comment': '%s'}".formatted("x".repeat(501))),
                400,
                "invalid-request");
        problem(
                nobody.post("/kiosk/nowhere/ratings", "{'csat': 4, 'occurredAt': '2126-01-01T00:00:00Z'}"),
                422,
                "in-the-future");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void standsAFloodOfRatings() {
        Offices.open(admin, "flood");
        Offices.open(admin, "calm");
        int taken = 0;
        Api.Reply last;
        do {
            last = nobody.post("/kiosk/flood/ratings", "{'csat': 1}");
            taken += last.status() == 201 ? 1 : 0;
        } while (last.status() == 201 && taken < 200);

        problem(last, 429, "too-often");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 3);
        assertThat(taken).isBetween(60, 80);
        assertThat(nobody.post("/kiosk/calm/ratings", "{'csat': 5}").status()).isEqualTo(201);
    }

    @Test
    void whoeverHoldsTheCodeIsAskedOnceAndAnswersOnce() {
        Offices.open(admin, "served");
        Api.Reply arrived = clerk.post("/api/v1/visits", "{'office': 'served', 'service': 'advice'}");
        String page = "/ticket/" + arrived.at("/state/code") + "/surveys";
        problem(nobody.post(page, "{}"), 409, "visit-not-served");
        finish(arrived.at("/state/id"));

        Api.Reply asked = nobody.post(page, "{}");
        long head = log.head();
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.at("/state/channel")).isEqualTo("TICKET");
        assertThat(asked.at("/state/service")).isEqualTo("advice");
        assertThat(nobody.post(page, "{}").json()).isEqualTo(asked.json());
        assertThat(log.head())
                .as("asked once, however often the page is opened")
                .isEqualTo(head);

        String answer = page + "/" + asked.at("/state/id") + "/answer";
        String other = "/ticket/" + new TicketCode("0".repeat(25)) + "/surveys/" + asked.at("/state/id") + "/answer";
        problem(nobody.post(other, "{'csat': 1}"), 404, "survey-unknown");
        problem(nobody.post(answer, "{}"), 422, "answer-empty");
        assertThat(nobody.post(answer, "{'csat': 5, 'comment': 'quick'}").status())
                .isEqualTo(200);
        problem(nobody.post(answer, "{'csat': 1}"), 409, "survey-answered");
        assertThat(nobody.post(page, "{}").at("/state/csat")).isEqualTo("5");

        String byClerk = "{'office': 'served', 'visit': '%s'%s}";
        String visit = arrived.at("/state/id");
        problem(clerk.post("/api/v1/ratings", byClerk.formatted(visit, "")), 409, "survey-exists");
        problem(clerk.post("/api/v1/ratings", byClerk.formatted(visit, ", 'survey': 'mine'")), 422, "survey-of-visit");
        problem(
                clerk.post("/api/v1/ratings/" + asked.at("/state/id") + "/answer", "{'csat': 1}"),
                409,
                "survey-answered");
    }

    /** Whichever way a visit is rated first, it counts once. */
    @Test
    void whomTheClerkHasAskedThePageAsksNoMore() {
        Offices.open(admin, "asked");
        Api.Reply arrived = clerk.post("/api/v1/visits", "{'office': 'asked', 'service': 'advice'}");
        finish(arrived.at("/state/id"));
        Api.Reply offered = clerk.post(
                "/api/v1/ratings",
                "{'office': 'asked', 'visit': '%s', 'channel': 'OTHER'}".formatted(arrived.at("/state/id")));
        assertThat(offered.status()).as(offered.body()).isEqualTo(201);
        ok(clerk.post("/api/v1/ratings/" + offered.at("/state/id") + "/answer", "{'csat': 4}"));

        String page = "/ticket/" + arrived.at("/state/code") + "/surveys";
        Api.Reply asked = nobody.post(page, "{}");
        assertThat(asked.at("/state/id")).as(asked.body()).isEqualTo(offered.at("/state/id"));
        assertThat(asked.at("/state/answeredAt")).isNotEmpty();
        problem(nobody.post(page + "/" + asked.at("/state/id") + "/answer", "{'csat': 1}"), 409, "survey-answered");
    }

    @Test
    void whoeverHoldsAReceiptSaysHowTheAnswerWas() {
        Offices.open(admin, "letters-open");
        Api.Reply lodged =
                clerk.post("/api/v1/appeals", "{'office': 'letters-open', 'kind': 'COMPLAINT', 'topic': 'CRIME'}");
        String appeal = lodged.at("/state/id");
        String page = "/ticket/" + lodged.at("/state/receipt") + "/surveys";
        String body = "{'appeal': '%s'}".formatted(appeal);
        problem(nobody.post(page, body), 409, "appeal-not-answered");
        ok(clerk.post("/api/v1/appeals/" + appeal + "/register", "{}"));
        ok(clerk.post("/api/v1/appeals/" + appeal + "/assign", "{'staff': 'vira'}"));
        ok(clerk.post("/api/v1/appeals/" + appeal + "/answer", "{'outcome': 'EXPLAINED'}"));

        Api.Reply asked = nobody.post(page, body);
        assertThat(asked.at("/state/appeal")).as(asked.body()).isEqualTo(appeal);
        problem(nobody.post("/ticket/" + "0".repeat(25) + "/surveys", body), 404, "survey-unknown");
        String answer = "/surveys/" + asked.at("/state/id") + "/answer";
        problem(nobody.post("/ticket/" + "0".repeat(25) + answer, "{'csat': 1}"), 404, "survey-unknown");
        ok(nobody.post("/ticket/" + lodged.at("/state/receipt") + answer, "{'csat': 2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ticket/A042/surveys", "/ticket/0000000000000000000000000/surveys"})
    void aCodeThatOpensNothingIsAnsweredAlike(String page) {
        problem(nobody.post(page, "{}"), 404, "survey-unknown");
        problem(nobody.post(page, "{'appeal': 'a-1'}"), 404, "survey-unknown");
        problem(nobody.post(page + "/s-1/answer", "{'csat': 3}"), 404, "survey-unknown");
    }

    @Test
    void opensNothingElse() {
        problem(nobody.post("/api/v1/ratings", "{'office': 'tablet'}"), 401, "sign-in-required");
        problem(nobody.post("/api/v1/ratings/s-1/answer", "{'csat': 3}"), 401, "sign-in-required");
        assertThat(nobody.get("/kiosk/nowhere").status()).isEqualTo(404);
        assertThat(nobody.get("/ticket/A042").status()).isEqualTo(404);
    }

    @Test
    void theCodeIsDrawnForTelephones() {
        String code = "7K2QF0M9XATB4ZC8WD1N5EHR6";
        Api.Reply picture = nobody.get("/ticket/" + code + "/qr");

        assertThat(picture.status()).as(picture.body()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(picture.body())
                .isEqualTo(
                        nobody.get("/ticket/7k2qf-om9xa-tb4zc-8wd1n-5ehr6/qr").body());
        problem(nobody.get("/ticket/A042/qr"), 400, "invalid-request");
    }

    private void serve(String visit, String office) {
        Api.Reply arrived = clerk.post(
                "/api/v1/visits", "{'visit': '%s', 'office': '%s', 'service': 'advice'}".formatted(visit, office));
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(201);
        finish(visit);
    }

    private void finish(String visit) {
        ok(clerk.post("/api/v1/visits/" + visit + "/call", "{'desk': '1'}"));
        ok(clerk.post("/api/v1/visits/" + visit + "/start", null));
        ok(clerk.post("/api/v1/visits/" + visit + "/finish", null));
    }

    private static void ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void problem(Api.Reply reply, int status, String type) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.at("/type")).isEqualTo("urn:dovira:problem:" + type);
    }
}
