package io.dovira.command.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class VisitStoryIT {
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
    void goesFromTheDoorToTheLastService() {
        Offices.open(admin, "story");

        Api.Reply arrived =
                clerk.post("/api/v1/visits", "{'office': 'story', 'service': 'passports', 'channel': 'in-person'}");
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(201);
        String visit = arrived.at("/state/id");
        String path = "/api/v1/visits/" + visit;
        assertThat(arrived.header("Location")).isEqualTo(path);
        assertThat(arrived.at("/state/ticket")).isEqualTo("B001");
        assertThat(arrived.at("/state/legs/0/state")).isEqualTo("QUEUED");

        Api.Reply called = step(path + "/call", "{'desk': '1'}");
        assertThat(called.at("/state/legs/0/staff")).isEqualTo("anna-story");
        assertThat(clerk.get("/api/v1/offices/story/desks/1").at("/state/state"))
                .isEqualTo("ENGAGED");
        step(path + "/recall", null);
        step(path + "/start", null);
        step(path + "/hold", "{'reason': 'fills a form'}");
        step(path + "/resume", null);
        Api.Reply transferred = step(path + "/transfer", "{'service': 'advice', 'desk': '2'}");
        assertThat(transferred.at("/state/legs/0/state")).isEqualTo("TRANSFERRED");
        assertThat(transferred.at("/state/legs/1/onlyDesk")).isEqualTo("2");
        assertThat(clerk.get("/api/v1/offices/story/desks/1").at("/state/state"))
                .isEqualTo("FREE");
        step(path + "/call", "{'desk': '2', 'staff': 'bohdan-story'}");
        step(path + "/start", null);
        Api.Reply finished = step(path + "/finish", "{'outcome': 'advice given'}");

        assertThat(finished.at("/state/open")).isEqualTo("false");
        Api.Reply seen = clerk.get(path);
        assertThat(seen.json().at("/state")).isEqualTo(finished.json().at("/state"));
        assertThat(log.readStream("visit-" + visit, 0))
                .extracting(StoredEvent::type)
                .containsExactly(
                        "visit.visitor-arrived",
                        "visit.ticket-issued",
                        "visit.visitor-called",
                        "visit.visitor-recalled",
                        "visit.service-started",
                        "visit.service-held",
                        "visit.service-resumed",
                        "visit.leg-transferred",
                        "visit.visitor-called",
                        "visit.service-started",
                        "visit.service-finished");
    }

    @Test
    void recordsTheCallAndTheEngagedDeskInOneAppend() {
        Offices.open(admin, "append");
        String visit = Offices.arrival(clerk, "append");

        Api.Reply called = step("/api/v1/visits/" + visit + "/call", "{'desk': '1'}");

        List<StoredEvent> append = log.appendHolding(called.at("/eventIds/0"));
        assertThat(append).extracting(StoredEvent::stream).containsExactly("visit-" + visit, "desk-append:1");
        assertThat(append.getLast().position()).isEqualTo(called.position());
        assertThat(append)
                .extracting(StoredEvent::id)
                .containsExactly(called.at("/eventIds/0"), called.at("/eventIds/1"));
        assertThat(append.getFirst().meta().getString("actor").getValue()).isEqualTo("test-clerk");
        assertThat(append.getFirst().meta().getString("role").getValue()).isEqualTo("clerk");
        assertThat(append.getFirst().meta().getString("office").getValue()).isEqualTo("append");
        assertThat(append.getFirst().meta().getString("correlation").getValue())
                .isEqualTo(called.header("X-Correlation-Id"));
    }

    @Test
    void correctsATimeAndKeepsTheOriginal() {
        Offices.open(admin, "correct");
        Api.Reply arrived = clerk.post(
                "/api/v1/visits", "{'office': 'correct', 'service': 'advice', 'occurredAt': '2026-03-02T08:00:00Z'}");
        String path = "/api/v1/visits/" + arrived.at("/state/id");
        assertThat(log.appendHolding(arrived.at("/eventIds/0"))
                        .getFirst()
                        .meta()
                        .getString("quality")
                        .getValue())
                .isEqualTo("ESTIMATED");
        assertThat(arrived.at("/state/arrivedAt")).isEqualTo("2026-03-02T08:00:00Z");
        Api.Reply left = step(path + "/abandon", "{'occurredAt': '2026-03-02T08:30:00Z'}");

        Api.Reply corrected = step(
                path + "/correct",
                "{'ofEvent': '%s', 'leg': 1, 'field': 'ENDED_AT', 'was': '2026-03-02T08:30:00Z', 'is': '2026-03-02T08:27:00Z', 'reason': 'seen on camera'}"
                        .formatted(left.at("/eventIds/0")));

        assertThat(corrected.at("/state/legs/0/endedAt")).isEqualTo("2026-03-02T08:27:00Z");
        assertThat(log.appendHolding(left.at("/eventIds/0"))).hasSize(1);
        assertThat(clerk.post(
                                path + "/correct",
                                "{'ofEvent': '%s', 'leg': 1, 'field': 'ENDED_AT', 'was': '2026-03-02T08:30:00Z', 'is': '2026-03-02T08:10:00Z', 'reason': 'x'}"
                                        .formatted(left.at("/eventIds/0")))
                        .at("/type"))
                .isEqualTo("urn:dovira:problem:was-differs");
    }

    /** The second person is who is signed in; the same request sent again is the same proposal, and the same approval. */
    @Test
    void correctsWhatFiguresRestOnWithASecondPersonOnly() {
        Offices.open(admin, "signed");
        Api.Reply arrived = clerk.post(
                "/api/v1/visits", "{'office': 'signed', 'service': 'advice', 'occurredAt': '2026-03-02T08:00:00Z'}");
        String visit = arrived.at("/state/id");
        String path = "/api/v1/visits/" + visit;
        Api.Reply left = step(path + "/abandon", "{'occurredAt': '2026-03-02T08:30:00Z'}");
        String correction =
                "{'ofEvent': '%s', 'leg': 1, 'field': 'ENDED_AT', 'was': '2026-03-02T08:30:00Z', 'is': '2026-03-02T08:20:00Z', 'reason': 'seen on camera'}"
                        .formatted(left.at("/eventIds/0"));

        Api.Reply proposed = clerk.with("Idempotency-Key", "propose").post(path + "/correct", correction);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(proposed.at("/state/legs/0/endedAt")).isEqualTo("2026-03-02T08:30:00Z");
        assertThat(proposed.at("/state/proposals/0/proposedBy")).isEqualTo("test-clerk");
        assertThat(proposed.at("/state/proposals/0/leg")).isEqualTo("1");
        assertThat(clerk.with("Idempotency-Key", "propose")
                        .post(path + "/correct", correction)
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");

        String approve = path + "/corrections/1/approve";
        assertThat(clerk.post(approve, null).at("/type")).isEqualTo("urn:dovira:problem:second-person-needed");
        assertThat(Api.as(port, "quality").post(approve, null).status()).isEqualTo(403);
        Api manager = Api.as(port, "manager").with("Idempotency-Key", "approve");
        Api.Reply approved = manager.post(approve, null);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.at("/state/legs/0/endedAt")).isEqualTo("2026-03-02T08:20:00Z");
        assertThat(approved.json().at("/state/proposals")).isEmpty();
        assertThat(manager.post(approve, null).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(admin.post(path + "/corrections/1/reject", "{'reason': 'no'}")
                        .at("/type"))
                .isEqualTo("urn:dovira:problem:correction-unknown");

        assertThat(log.readStream("visit-" + visit, 0))
                .extracting(StoredEvent::type)
                .containsExactly(
                        "visit.visitor-arrived",
                        "visit.ticket-issued",
                        "visit.visitor-abandoned",
                        "visit.correction-proposed",
                        "visit.visit-corrected");
        StoredEvent last = log.readStream("visit-" + visit, 0).getLast();
        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.payload().getString("proposedBy").getValue()).isEqualTo("test-clerk");
        assertThat(last.payload().getString("approvedBy").getValue()).isEqualTo("test-manager");
    }

    private Api.Reply step(String path, @Nullable String body) {
        Api.Reply reply = clerk.post(path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }
}
