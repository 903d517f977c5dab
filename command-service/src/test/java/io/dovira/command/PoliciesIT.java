package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Rules over HTTP: the built-in set, new versions, what-if, and who may change them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class PoliciesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private Environment environment;

    private Api admin;

    @BeforeEach
    void signIn() {
        admin = Api.as(port, "admin");
    }

    @Test
    void recordsTheBuiltInSetOnceHoweverManyServicesStartAtOnce() {
        List<CompletableFuture<SecondService>> starting = List.of(
                CompletableFuture.supplyAsync(() -> SecondService.beside(environment)),
                CompletableFuture.supplyAsync(() -> SecondService.beside(environment)));
        starting.forEach(service -> service.join().close());

        List<String> policies = new ArrayList<>();
        log.read(0).forEachRemaining((StoredEvent event) -> {
            if ("built-in-policies".equals(event.metaTexts().get("correlation"))) {
                policies.add(event.id());
            }
        });
        assertThat(policies).hasSize(BuiltInPolicies.facts().size()).doesNotHaveDuplicates();
    }

    @Test
    void judgesByTheRuleOfItsDayOrByAnotherWhenAsked() {
        String due = "/api/v1/policies/custody-without-ruling/due?timeZone=Europe/Kyiv&start=";

        assertThat(admin.get(due + "2021-03-02T08:00:00Z").at("/state/due")).isEqualTo("2021-03-05T08:00:00Z");
        Api.Reply today = admin.get(due + "2026-03-02T08:00:00Z");
        assertThat(today.at("/state/due")).isEqualTo("2026-03-11T08:00:00Z");
        assertThat(today.at("/state/policy/ref")).isEqualTo("custody-without-ruling@2");
        assertThat(today.at("/state/policy/basis/uk")).contains("2201-IX");
        assertThat(admin.get(due + "2026-03-02T08:00:00Z&version=1").at("/state/due"))
                .isEqualTo("2026-03-05T08:00:00Z");
        assertThat(admin.get(due + "2026-03-02T08:00:00Z&version=3").at("/type"))
                .isEqualTo("urn:dovira:problem:policy-version-unknown");
        assertThat(admin.get("/api/v1/policies/feedback-small-n/due?timeZone=Europe/Kyiv")
                        .at("/type"))
                .isEqualTo("urn:dovira:problem:policy-without-limit");
    }

    @Test
    void letsTheNextCommandOfEveryServiceCountByANewVersion() {
        try (SecondService second = SecondService.beside(environment)) {
            Api there = Api.as(second.port(), "admin");
            Api.Reply published = admin.post(
                    "/api/v1/policies",
                    "{'policy': 'custody-cell-visit', 'name': {'en': 'Visit'}, 'limit': {'amount': 900, 'unit': 'SECONDS'},"
                            + " 'basis': {'en': 'Order No. 7'}}");
            assertThat(published.status()).as(published.body()).isEqualTo(201);
            assertThat(published.at("/state/inForce")).isEqualTo("2");

            Api.Reply seen = there.get("/api/v1/policies/custody-cell-visit/due?timeZone=Europe/Kyiv");
            assertThat(seen.at("/state/policy/ref")).isEqualTo("custody-cell-visit@2");
            assertThat(seen.json().at("/position").asLong()).isGreaterThanOrEqualTo(published.position());

            assertThat(there.post("/api/v1/policies/custody-cell-visit/versions/2/withdraw", "{'reason': 'a test'}")
                            .at("/state/inForce"))
                    .isEqualTo("1");
        }
    }

    @Test
    void showsEveryPolicyWithTheVersionOfADay() {
        Api.Reply then = admin.get("/api/v1/policies?at=2022-04-30T00:00:00Z");
        Api.Reply after = admin.get("/api/v1/policies?at=2022-05-02T00:00:00Z");

        assertThat(inForce(then, "custody-without-ruling")).isEqualTo("1");
        assertThat(inForce(after, "custody-without-ruling")).isEqualTo("2");
        assertThat(admin.get("/api/v1/calendars/ua-office").json().at("/state/periods"))
                .hasSize(2);
        assertThat(admin.get("/api/v1/calendars").json().at("/state")).isNotEmpty();
    }

    @Test
    void isChangedByWhoActsForEveryOfficeOnly() {
        String body = "{'reason': 'mine'}";
        String path = "/api/v1/policies/custody-hospital/versions/1/withdraw";

        assertThat(Api.as(port, "manager").post(path, body).status()).isEqualTo(403);
        Api.Reply limited = Api.as(port, "admin", "lviv-03").post(path, body);
        assertThat(limited.at("/type")).isEqualTo("urn:dovira:problem:every-office-needed");
        assertThat(Api.as(port, "clerk", "lviv-03")
                        .get("/api/v1/policies/custody-hospital")
                        .status())
                .isEqualTo(200);
    }

    private static String inForce(Api.Reply reply, String policy) {
        for (var shown : reply.json().at("/state")) {
            if (shown.at("/id").asString().equals(policy)) {
                return shown.at("/inForce").asString();
            }
        }
        return "";
    }
}
