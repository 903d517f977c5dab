package io.dovira.command.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class AppealStoryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api clerk;
    private Api admin;

    @BeforeEach
    void signIn() {
        clerk = Api.as(port, "clerk");
        admin = Api.as(port, "admin");
    }

    @Test
    void goesFromTheLetterBoxToAnAnswerAndOn() {
        Offices.open(admin, "letters");
        String visit = Offices.arrival(clerk, "letters");
        Api.Reply lodged = clerk.post(
                "/api/v1/appeals",
                "{'office': 'letters', 'visit': '%s', 'kind': 'complaint', 'topic': 'road-safety', 'applicant': 's-1', 'occurredAt': '2026-03-02T08:00:00Z'}"
                        .formatted(visit));
        assertThat(lodged.status()).as(lodged.body()).isEqualTo(201);
        assertThat(new ReceiptCode(lodged.at("/state/receipt")).printed()).isEqualTo(lodged.at("/state/receipt"));
        String path = lodged.header("Location");

        Api.Reply registered = step(path + "/register", "{'occurredAt': '2026-03-02T09:00:00Z'}");
        assertThat(registered.at("/state/number")).isEqualTo("letters/2026/1");
        List<StoredEvent> append = log.appendHolding(registered.at("/eventIds/0"));
        assertThat(append)
                .extracting(StoredEvent::stream)
                .containsExactly(lodgedStream(lodged), "appeals-letters:2026");
        step(path + "/acknowledge", "{'automatic': true, 'occurredAt': '2026-03-02T09:01:00Z'}");
        step(path + "/assign", "{'staff': 'olena', 'occurredAt': '2026-03-03T09:00:00Z'}");
        step(path + "/request-info", "{'occurredAt': '2026-03-04T09:00:00Z'}");
        step(path + "/receive-info", "{'occurredAt': '2026-03-05T09:00:00Z'}");
        step(
                path + "/extend",
                "{'until': '2026-04-16', 'reason': 'expert opinion', 'toldAt': '2026-03-20T09:00:00Z', 'occurredAt': '2026-03-20T09:00:00Z'}");
        step(path + "/shorten", "{'until': '2026-04-10', 'reason': 'a trial', 'occurredAt': '2026-03-21T09:00:00Z'}");
        step(path + "/answer", "{'outcome': 'rejected', 'occurredAt': '2026-04-09T09:00:00Z'}");
        step(path + "/higher-complaint", "{'to': 'ministry', 'occurredAt': '2026-04-10T09:00:00Z'}");
        Api.Reply reopened = step(path + "/reopen", "{'reason': 'new evidence', 'occurredAt': '2026-04-11T09:00:00Z'}");

        assertThat(reopened.at("/state/state")).isEqualTo("UNDER_REVIEW");
        assertThat(reopened.at("/state/rounds/0/respondedAt"))
                .as("a question of a person, not the acknowledgement of a machine")
                .isEqualTo("2026-03-04T09:00:00Z");
        assertThat(reopened.at("/state/rounds/0/due")).isEqualTo("2026-04-10T20:59:59.999Z");
        assertThat(reopened.at("/state/rounds/1/due")).isEqualTo("2026-05-11T20:59:59.999Z");
        assertThat(clerk.get(path).json().at("/state"))
                .isEqualTo(reopened.json().at("/state"));
    }

    private static String lodgedStream(Api.Reply lodged) {
        return "appeal-" + lodged.at("/state/id");
    }

    /** The rows of the clock table that are about appeals, each at its last moment and a millisecond after what is allowed. */
    @ParameterizedTest
    @CsvSource({
        // received, procedure, due: summer time begins on 29 March, February is short, holidays count
        "2026-03-02T07:00:00Z, SIMPLE, 2026-03-17T21:59:59.999Z",
        "2026-03-20T07:00:00Z, SIMPLE, 2026-04-04T20:59:59.999Z",
        "2026-03-02T07:00:00Z, NORMAL, 2026-04-02T20:59:59.999Z",
        "2026-01-31T07:00:00Z, NORMAL, 2026-02-28T21:59:59.999Z",
        "2024-01-31T07:00:00Z, NORMAL, 2024-02-29T21:59:59.999Z",
        "2025-12-24T07:00:00Z, NORMAL, 2026-01-24T21:59:59.999Z",
        "2026-03-01T21:59:59.999Z, NORMAL, 2026-04-01T20:59:59.999Z",
        "2026-03-01T22:00:00Z, NORMAL, 2026-04-02T20:59:59.999Z"
    })
    void countsTheTermFromTheLocalDayOfTheReceipt(String received, String procedure, String due) {
        String office = ("clock-" + received + procedure).replace(":", "-");
        Offices.open(admin, office);
        String path = lodge(office, received);

        Api.Reply registered = step(path + "/register", "{'procedure': '%s'}".formatted(procedure));

        assertThat(registered.at("/state/rounds/0/due")).isEqualTo(due);
        assertThat(registered.at("/state/rounds/0/policy"))
                .isEqualTo((procedure.equals("SIMPLE") ? "appeal-simple" : "appeal-normal") + "@1");
    }

    @Test
    void extendsNoDayBeyondFortyFive() {
        Offices.open(admin, "forty-five");
        String path = lodge("forty-five", "2026-03-02T07:00:00Z");
        step(path + "/register", "{'occurredAt': '2026-03-02T08:00:00Z'}");
        step(path + "/assign", "{'staff': 'olena', 'occurredAt': '2026-03-02T08:00:00Z'}");
        String extend =
                "{'until': '%s', 'reason': 'x', 'toldAt': '2026-03-30T09:00:00Z', 'occurredAt': '2026-03-30T09:00:00Z'}";

        assertThat(clerk.post(path + "/extend", extend.formatted("2026-04-17")).at("/type"))
                .isEqualTo("urn:dovira:problem:term-too-long");
        assertThat(step(path + "/extend", extend.formatted("2026-04-16")).at("/state/rounds/0/due"))
                .isEqualTo("2026-04-16T20:59:59.999Z");
    }

    @Test
    void forwardsWithTheLimitOfFiveDays() {
        Offices.open(admin, "forward");
        String path = lodge("forward", "2026-03-02T07:00:00Z");
        step(path + "/register", "{'occurredAt': '2026-03-02T08:00:00Z'}");

        Api.Reply forwarded = step(path + "/forward", "{'to': 'council', 'occurredAt': '2026-03-09T08:00:00Z'}");

        assertThat(forwarded.at("/state/rounds/0/ending")).isEqualTo("FORWARDED");
        StoredEvent fact = log.appendHolding(forwarded.at("/eventIds/0")).getFirst();
        assertThat(fact.payload().getDateTime("due").getValue())
                .isEqualTo(Instant.parse("2026-03-07T21:59:59.999Z").toEpochMilli());
        assertThat(fact.payload().getString("policy").getValue()).isEqualTo("appeal-forward@1");
    }

    @Test
    void judgesByTheRuleOfTheDayOfTheReceipt() {
        Offices.open(admin, "before-the-law");
        String path = lodge("before-the-law", "1990-03-02T07:00:00Z");

        assertThat(clerk.post(path + "/register", null).at("/type")).isEqualTo("urn:dovira:problem:policy-missing");
        assertThat(log.lastSequence("appeals-before-the-law:2026")).isEmpty();
    }

    @Test
    void correctsTheReceiptWithASecondPersonOnly() {
        Offices.open(admin, "postmark");
        String path = lodge("postmark", "2026-03-02T07:00:00Z");
        Api.Reply registered = step(path + "/register", null);
        String event = log.readStream(lodgedStream(registered), 0).getFirst().id();

        Api.Reply proposed = step(
                path + "/correct",
                "{'ofEvent': '%s', 'field': 'RECEIVED_AT', 'was': '2026-03-02T07:00:00Z', 'is': '2026-02-27T07:00:00Z', 'reason': 'postmark'}"
                        .formatted(event));
        assertThat(proposed.at("/state/receivedAt")).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(proposed.at("/state/proposals/0/proposedBy")).isEqualTo("test-clerk");
        String approve = path + "/corrections/1/approve";
        assertThat(clerk.post(approve, null).at("/type")).isEqualTo("urn:dovira:problem:second-person-needed");
        Api.Reply corrected = admin.post(approve, null);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(admin.post(approve, null).at("/type")).isEqualTo("urn:dovira:problem:correction-unknown");

        assertThat(corrected.at("/state/rounds/0/dayZero")).isEqualTo("2026-02-27");
        assertThat(corrected.at("/state/rounds/0/due")).isEqualTo("2026-03-27T21:59:59.999Z");
        assertThat(log.appendHolding(event)).hasSize(1);
    }

    @Test
    void aRepeatedLodgingGivesTheSameCode() {
        Offices.open(admin, "letters-again");
        Api repeating = clerk.with("Idempotency-Key", "letter-1");
        String body = "{'office': 'letters-again', 'kind': 'proposal', 'topic': 'other'}";

        Api.Reply first = repeating.post("/api/v1/appeals", body);
        Api.Reply again = repeating.post("/api/v1/appeals", body);

        assertThat(again.at("/state/receipt"))
                .isEqualTo(first.at("/state/receipt"))
                .hasSize(29);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theCodeStandsInTheAnswerToTheLodgingOnly() {
        Offices.open(admin, "letters-once");
        Api.Reply lodged =
                clerk.post("/api/v1/appeals", "{'office': 'letters-once', 'kind': 'proposal', 'topic': 'other'}");
        ReceiptCode code = new ReceiptCode(lodged.at("/state/receipt"));
        String path = lodged.header("Location");

        StoredEvent fact = log.readStream(lodgedStream(lodged), 0).getFirst();
        assertThat(fact.revision()).isEqualTo(2);
        assertThat(fact.payload().getString("receipt").getValue())
                .isEqualTo(code.digest().value());
        assertThat(fact.payload().toJson() + fact.meta().toJson()).doesNotContain(code.value(), code.printed());
        assertThat(clerk.get(path).body()).doesNotContain(code.value(), code.printed());
        assertThat(step(path + "/register", null).body()).doesNotContain(code.value(), code.printed());
    }

    private String lodge(String office, String received) {
        Api.Reply reply = clerk.post(
                "/api/v1/appeals",
                "{'office': '%s', 'channel': 'post', 'kind': 'complaint', 'topic': 'crime', 'applicant': 's-1', 'occurredAt': '%s'}"
                        .formatted(office, received));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.header("Location");
    }

    private Api.Reply step(String path, @Nullable String body) {
        Api.Reply reply = clerk.post(path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }
}
