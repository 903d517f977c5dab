package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** People act at the same moment, in one service and in two on the same log. Each race is run many times: it must never go wrong. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServicesIT {
    private static final int RACES = 25;

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private Environment environment;

    private SecondService second;
    private Api here;
    private Api there;

    @BeforeAll
    void startAnother() {
        second = SecondService.beside(environment);
        here = Api.as(port, "admin");
        there = Api.as(second.port(), "admin");
    }

    @AfterAll
    void stopIt() {
        second.close();
    }

    @Test
    void twoClerksCallOneVisitorAndOneIsTold() {
        oneVisitorTwoDesks("clerks", here, here);
        oneVisitorTwoDesks("clerks-apart", here, there);
    }

    @Test
    void oneDeskCallsTwoVisitorsAndGetsOne() {
        oneDeskTwoVisitors("desk", here, here);
        oneDeskTwoVisitors("desk-apart", here, there);
    }

    @Test
    void onePersonSitsDownAtTwoDesksAndSitsAtOne() {
        onePersonTwoDesks("person", here, here);
        onePersonTwoDesks("person-apart", here, there);
    }

    @Test
    void deskIsRemovedOrOpenedButNotBoth() {
        openedAndRemoved("removal", here, here);
        openedAndRemoved("removal-apart", here, there);
    }

    @Test
    void ticketNumbersOfADayAreGivenOnceAndWithoutGaps() {
        Offices.open(here, "numbers");
        List<Supplier<Api.Reply>> arrivals = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Api at = i % 2 == 0 ? here : there;
            arrivals.add(() -> at.post("/api/v1/visits", "{'office': 'numbers', 'service': 'advice'}"));
        }

        List<Api.Reply> replies = together(arrivals);

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(201));
        assertThat(replies.stream().map(reply -> reply.at("/state/ticket")))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj("A%03d"::formatted)
                        .toList());
    }

    @Test
    void registrationNumbersOfAYearAreGivenOnceAndWithoutGaps() {
        Offices.open(here, "register");
        List<Supplier<Api.Reply>> registrations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String appeal = appeal("register");
            Api at = i % 2 == 0 ? here : there;
            registrations.add(() -> at.post(appeal + "/register", null));
        }

        List<Api.Reply> replies = together(registrations);

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200));
        assertThat(replies.stream()
                        .map(reply -> reply.at("/state/number"))
                        .map(number -> Integer.parseInt(number.substring(number.lastIndexOf('/') + 1))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void twoClerksTakeChargeOfOneAppealAndOneIsTold() {
        Offices.open(here, "charge");
        for (int race = 0; race < RACES; race++) {
            String appeal = appeal("charge");
            assertThat(here.post(appeal + "/register", null).status()).isEqualTo(200);
            Api other = race % 2 == 0 ? here : there;

            Api.Reply lost = raced(
                    () -> here.post(appeal + "/assign", "{'staff': 'anna'}"),
                    () -> other.post(appeal + "/assign", "{'staff': 'bohdan'}"));

            assertThat(lost.at("/type")).as(lost.body()).isEqualTo("urn:dovira:problem:appeal-assigned");
            String winner = there.get(appeal).at("/state/staff");
            assertThat(lost.at("/detail")).contains(winner + " is in charge");
        }
    }

    /** One approves while another one approves, too, or rejects. */
    @Test
    void twoSignOneCorrectionAndOneIsTold() {
        Offices.open(here, "signing");
        Api clerk = Api.as(port, "clerk");
        for (int race = 0; race < RACES; race++) {
            String visit = Offices.arrival(here, "signing");
            String path = "/api/v1/visits/" + visit;
            String issued = log.readStream("visit-" + visit, 0).getLast().id();
            Api.Reply proposed = clerk.post(
                    path + "/correct",
                    "{'ofEvent': '%s', 'leg': 1, 'field': 'SERVICE', 'was': 'advice', 'is': 'passports', 'reason': 'x'}"
                            .formatted(issued));
            assertThat(proposed.at("/state/proposals/0/number")).isEqualTo("1");
            String corrections = path + "/corrections/1/";
            Api manager = Api.as(race % 2 == 0 ? port : second.port(), "manager");
            boolean rejects = race % 3 == 0;

            Api.Reply lost = raced(
                    () -> here.post(corrections + "approve", null),
                    () -> rejects
                            ? manager.post(corrections + "reject", "{'reason': 'x'}")
                            : manager.post(corrections + "approve", null));

            assertThat(lost.at("/type")).as(lost.body()).isEqualTo("urn:dovira:problem:correction-unknown");
            List<String> types = log.readStream("visit-" + visit, 0).stream()
                    .map(StoredEvent::type)
                    .toList();
            assertThat(types).hasSize(4);
            String service = there.get(path).at("/state/legs/0/service");
            assertThat(service).isEqualTo(types.getLast().equals("visit.visit-corrected") ? "passports" : "advice");
        }
    }

    @Test
    void anyServiceRepeatsTheCodeOfTheCitizen() {
        Offices.open(here, "codes");
        String body = "{'office': 'codes', 'kind': 'COMPLAINT', 'topic': 'CRIME'}";

        String first = here.with("Idempotency-Key", "letter")
                .post("/api/v1/appeals", body)
                .at("/state/receipt");
        Api.Reply again = there.with("Idempotency-Key", "letter").post("/api/v1/appeals", body);
        Api.Reply another = there.post("/api/v1/appeals", body);

        assertThat(again.at("/state/receipt")).isEqualTo(first).hasSize(29);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(another.at("/state/receipt")).hasSize(29).isNotEqualTo(first);
    }

    private String appeal(String office) {
        Api.Reply reply = here.post(
                "/api/v1/appeals", "{'office': '%s', 'kind': 'COMPLAINT', 'topic': 'CRIME'}".formatted(office));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.header("Location");
    }

    @Test
    void oneRequestSentTwiceAtOnceIsRecordedOnce() {
        Offices.open(here, "twice");
        for (int race = 0; race < RACES; race++) {
            long head = log.head();
            String key = "twice-" + race;
            String body = "{'office': 'twice', 'service': 'advice'}";

            List<Api.Reply> replies = together(List.of(
                    () -> here.with("Idempotency-Key", key).post("/api/v1/visits", body),
                    () -> there.with("Idempotency-Key", key).post("/api/v1/visits", body)));

            assertThat(replies)
                    .allSatisfy(
                            reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(201));
            assertThat(replies.getFirst().json()).isEqualTo(replies.getLast().json());
            assertThat(log.head()).isEqualTo(head + 3);
        }
    }

    @Test
    void oneKeyForTwoRequestsAtOnceServesOne() {
        Offices.open(here, "key");
        for (int race = 0; race < RACES; race++) {
            long head = log.head();
            String key = "key-" + race;

            List<Api.Reply> replies = together(List.of(
                    () -> here.with("Idempotency-Key", key)
                            .post("/api/v1/visits", "{'office': 'key', 'service': 'advice'}"),
                    () -> there.with("Idempotency-Key", key)
                            .post("/api/v1/visits", "{'office': 'key', 'service': 'passports'}")));

            assertThat(replies.stream().map(Api.Reply::status))
                    .as("%s", replies)
                    .containsExactlyInAnyOrder(201, 422);
            assertThat(log.head()).isEqualTo(head + 3);
        }
    }

    private void oneVisitorTwoDesks(String office, Api one, Api other) {
        Offices.open(here, office);
        for (int race = 0; race < RACES; race++) {
            String visit = "/api/v1/visits/" + Offices.arrival(here, office);

            Api.Reply lost = raced(
                    () -> one.post(visit + "/call", "{'desk': '1'}"),
                    () -> other.post(visit + "/call", "{'desk': '2'}"));

            assertThat(lost.at("/type")).as(lost.body()).isEqualTo("urn:dovira:problem:visit-state");
            assertThat(there.post(visit + "/no-show", null).status()).isEqualTo(200);
        }
    }

    private void oneDeskTwoVisitors(String office, Api one, Api other) {
        Offices.open(here, office);
        for (int race = 0; race < RACES; race++) {
            String first = "/api/v1/visits/" + Offices.arrival(here, office);
            String next = "/api/v1/visits/" + Offices.arrival(here, office);

            Api.Reply lost = raced(
                    () -> one.post(first + "/call", "{'desk': '1'}"),
                    () -> other.post(next + "/call", "{'desk': '1'}"));

            assertThat(lost.at("/type")).as(lost.body()).isEqualTo("urn:dovira:problem:desk-engaged");
            // Who was called did not come, who was not has left.
            List.of(first, next)
                    .forEach(visit -> List.of("/no-show", "/abandon").forEach(end -> there.post(visit + end, null)));
        }
    }

    private void onePersonTwoDesks(String office, Api one, Api other) {
        Offices.open(here, office);
        String desks = "/api/v1/offices/" + office + "/desks/";
        for (String desk : List.of("1", "2")) {
            assertThat(here.post(desks + desk + "/close", null).status()).isEqualTo(200);
        }
        for (int race = 0; race < RACES; race++) {
            String vira = "{'staff': 'vira-" + office + "'}";

            Api.Reply lost = raced(() -> one.post(desks + "1/open", vira), () -> other.post(desks + "2/open", vira));

            assertThat(lost.at("/type")).as(lost.body()).isEqualTo("urn:dovira:problem:staff-elsewhere");
            List.of("1", "2").forEach(desk -> there.post(desks + desk + "/close", null));
        }
    }

    private void openedAndRemoved(String office, Api one, Api other) {
        Offices.open(here, office);
        String desk = "/api/v1/offices/" + office + "/desks/1";
        assertThat(here.post(desk + "/close", null).status()).isEqualTo(200);
        for (int race = 0; race < RACES; race++) {
            boolean later = race % 2 == 0;
            Api.Reply lost = raced(
                    () -> {
                        if (later) {
                            one.get(desk);
                        }
                        return one.post(desk + "/open", "{'staff': 'vira-" + office + "'}");
                    },
                    () -> other.post(desk + "/remove", null));

            assertThat(lost.at("/type"))
                    .as(lost.body())
                    .isIn("urn:dovira:problem:desk-open", "urn:dovira:problem:desk-unknown");
            there.post(desk + "/close", null);
            there.post(desk + "/install", "{'name': {'en': 'Desk 1'}}");
        }
        List<String> story = log.readStream("desk-" + office + ":1", 0).stream()
                .map(StoredEvent::type)
                .toList();
        // Both ways to end were seen, or this proves little.
        assertThat(story).contains("desk.desk-opened", "desk.desk-dismantled");
    }

    /** One of the two wins; the answer to the other. */
    private static Api.Reply raced(Supplier<Api.Reply> one, Supplier<Api.Reply> other) {
        List<Api.Reply> replies = together(List.of(one, other));
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 200)
                .as("%s", replies)
                .hasSize(1);
        Api.Reply lost = replies.get(replies.getFirst().status() == 200 ? 1 : 0);
        assertThat(lost.status()).isIn(409, 404, 422);
        assertThat(lost.header("Content-Type")).startsWith("application/problem+json");
        return lost;
    }

    private static List<Api.Reply> together(List<Supplier<Api.Reply>> requests) {
        CyclicBarrier ready = new CyclicBarrier(requests.size());
        List<CompletableFuture<Api.Reply>> sent = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                ready.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return request.get();
                        },
                        Thread::startVirtualThread))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
